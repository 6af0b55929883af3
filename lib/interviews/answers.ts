import { wordsIn } from '../search/fold'
import type { Interview, Question, Segment } from './interview'
import { countWords } from './word-count'
import { secondsOf, speechSpans, type Span } from './speech'

/** A question of the script with what was said to it. */
export type Answer = {
  text: string
  /** False for one that the interview was asked and that today's script lacks. */
  scripted: boolean
  asked: boolean
  /** Indices of its segments, in the order of the transcript. */
  segments: number[]
  /** Where it is in the recording: the stretches of its segments, which need not follow one another. */
  spans: Span[]
  /** Seconds in which the candidate speaks; null where they speak at no known time. */
  seconds: number | null
  /** That the candidate says. */
  words: number
  /** Times that the agent spoke beyond the question itself. */
  followUps: number
}

/** The script's questions in their order, then those that were asked though the script has lost them. */
export function answersOf({
  script,
  questions,
  segments,
}: Pick<Interview, 'script' | 'questions' | 'segments'>): Answer[] {
  const unplaced = groupedByText(questions)
  const texts = script.map((text) => folded(text))
  const scripted = texts.map((text, index) => {
    const same = unplaced.get(text) ?? []
    // Of a question that the script repeats, each takes one of those asked, and the last what is left.
    const asked = same.splice(0, texts.lastIndexOf(text) === index ? same.length : 1)
    return { ...answerOf(asked, segments), text: script[index] ?? '', scripted: true }
  })
  const unscripted = [...unplaced.values()].flatMap((same) =>
    same[0] ? [{ ...answerOf(same, segments), text: same[0].text, scripted: false }] : [],
  )
  return [...scripted, ...unscripted]
}

/** Whether the interview was asked what today's script lacks: what it was not asked may then be newer than it. */
export function hasScriptChanged(answers: Answer[]): boolean {
  return answers.some(({ scripted }) => scripted) && answers.some(({ scripted, asked }) => asked && !scripted)
}

function groupedByText(questions: Question[]): Map<string, Question[]> {
  const groups = new Map<string, Question[]>()
  for (const question of questions) {
    const text = folded(question.text)
    groups.set(text, [...(groups.get(text) ?? []), question])
  }
  return groups
}

/** Case, spaces and punctuation make no other question. */
function folded(question: string): string {
  const words = wordsIn(question).map(({ word }) => word)
  return words.join(' ')
}

function answerOf(asked: Question[], segments: Segment[]): Omit<Answer, 'text' | 'scripted'> {
  const indices = [...new Set(asked.flatMap((question) => question.segments))].toSorted((a, b) => a - b)
  const said = indices.flatMap((index) => segments[index] ?? [])
  const candidate = said.filter((segment) => segment.speaker === 'candidate')
  const words = candidate.reduce((sum, { text }) => sum + countWords(text), 0)
  const timed = spansOf(candidate)
  return {
    asked: said.length > 0,
    segments: indices,
    spans: speechSpans(spansOf(said)),
    seconds: timed.length === 0 && words > 0 ? null : secondsOf(timed),
    words,
    followUps: Math.max(0, said.filter((segment) => segment.speaker === 'agent').length - 1),
  }
}

function spansOf(segments: Segment[]): Span[] {
  return segments.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
}
