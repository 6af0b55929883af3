import { hasScriptChanged, type Answer } from '../transcript/answers'
import type { Segment, Speaker } from '../transcript/transcript'
import { speechSeconds } from '../transcript/speech'
import { countWords } from '../text/word-count'

/** What an interview's scores rest on. Times are seconds; null where nothing can be said. */
export type Evidence = {
  /** In which the candidate speaks. */
  seconds: number | null
  /** Of all that is spoken, from 0 to 1. */
  share: number | null
  words: number
  wordsPerMinute: number | null
  answered: number
  asked: number
  /** Questions of the script; those asked where it has changed since, for nobody knows how many it had. */
  questions: number
  longest: Answer | null
  /** The median silence between the agent's last word and the candidate's first. */
  pause: number | null
}

const FEW_SECONDS = 60

/** Whether a score on so little should be read with care. */
export function isThin({ seconds, answered, questions, asked }: Evidence): boolean {
  return (seconds ?? 0) < FEW_SECONDS || (asked > 0 && answered < questions / 2)
}

export function evidenceOf(
  { talk, segments }: { talk: number | null; segments: Segment[] },
  answers: Answer[],
): Evidence {
  const said = segments.filter(({ speaker }) => speaker === 'candidate')
  const words = said.reduce((sum, { text }) => sum + countWords(text), 0)
  const answered = answers.filter((answer) => answer.words > 0)
  const asked = answers.filter((answer) => answer.asked).length
  return {
    seconds: talk,
    share: shareOf(segments),
    words,
    wordsPerMinute: talk ? words / (talk / 60) : null,
    answered: answered.length,
    asked,
    questions: hasScriptChanged(answers) ? asked : answers.length,
    longest: longestOf(answered),
    pause: median(pausesOf(segments)),
  }
}

/** Null where no answer has a known length. */
function longestOf(answers: Answer[]): Evidence['longest'] {
  const timed = answers.flatMap((answer) => (answer.seconds === null ? [] : [{ ...answer, seconds: answer.seconds }]))
  return timed.toSorted((a, b) => b.seconds - a.seconds)[0] ?? null
}

function shareOf(segments: Segment[]): number | null {
  const seconds = (isTheirs: (speaker: Speaker) => boolean) =>
    speechSeconds(timed(segments).filter(({ speaker }) => isTheirs(speaker)))
  const candidate = seconds((speaker) => speaker === 'candidate')
  const others = seconds((speaker) => speaker !== 'candidate')
  return candidate + others > 0 ? candidate / (candidate + others) : null
}

/** A candidate who interrupts has not paused. */
function pausesOf(segments: Segment[]): number[] {
  return timed(segments).flatMap(({ speaker, start }, index, all) => {
    const before = all[index - 1]
    return speaker === 'candidate' && before?.speaker === 'agent' ? Math.max(0, start - before.end) : []
  })
}

function timed(segments: Segment[]) {
  return segments
    .flatMap(({ speaker, start, end }) => (start === null || end === null ? [] : [{ speaker, start, end }]))
    .toSorted((a, b) => a.start - b.start)
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1)
  return middle.length === 0 ? null : middle.reduce((sum, value) => sum + value, 0) / middle.length
}
