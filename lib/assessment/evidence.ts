import { hasScriptChanged, type Answer } from '../transcript/answers'
import type { Segment, Speaker } from '../transcript/transcript'
import { speechSeconds } from '../transcript/speech'
import { countsOnce } from '../transcript/said-words'

/** How a candidate speaks, whatever they were to be asked. */
export type SpeechFigures = {
  words: number
  /** Of all that is spoken, from 0 to 1; null where nothing has a time. */
  share: number | null
  /** The median silence in seconds between the agent's last word and the candidate's first; null where there is none. */
  pause: number | null
}

/** What an interview's scores rest on. Times are seconds; null where nothing can be said. */
export type Evidence = Omit<SpeechFigures, 'share'> & {
  /** In which the candidate speaks. */
  seconds: number | null
  /** Of the whole interview. */
  length: number | null
  wordsPerMinute: number | null
  answered: number
  asked: number
  /** Questions of the script; those asked where it has changed since, for nobody knows how many it had. */
  questions: number
  longest: Answer | null
}

export function speechFiguresOf(segments: Segment[], countSaid = countsOnce()): SpeechFigures {
  const said = segments.filter(({ speaker }) => speaker === 'candidate')
  return {
    words: said.reduce((sum, segment) => sum + countSaid(segment), 0),
    share: shareOf(segments),
    pause: median(pausesOf(segments)),
  }
}

type Lengths = { talk: number | null; duration: number | null }

/** `talk` is the seconds in which the candidate speaks, `duration` those of the interview. */
export function evidenceOf({ talk, duration }: Lengths, figures: SpeechFigures, answers: Answer[]): Evidence {
  const answered = answers.filter((answer) => answer.words > 0)
  const asked = answers.filter((answer) => answer.asked).length
  const { words, pause } = figures
  return {
    ...{ words, pause, seconds: talk, length: duration },
    wordsPerMinute: talk ? words / (talk / 60) : null,
    answered: answered.length,
    asked,
    questions: hasScriptChanged(answers) ? asked : answers.length,
    longest: longestOf(answered),
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
