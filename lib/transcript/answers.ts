import { wordsIn } from '../text/fold'
import type { Question, Segment, Talk } from './transcript'
import { countWords } from '../text/word-count'
import { secondsOf, speechSpans, type TimeSpan } from './speech'

/** Of a script, and of what an interview was asked: what is more is not shown. */
export const MOST_QUESTIONS = 500
/** Segments that all questions together may name, each as often as it is named. */
const MOST_PLACES = 100_000

/** A question of the script with what was said to it. */
export type Answer = {
  text: string
  /** False for one that the interview was asked and that today's script lacks. */
  scripted: boolean
  asked: boolean
  /** Indices of its segments, in the order of the transcript. */
  segments: number[]
  /** Where it is in the recording: the stretches of its segments, which need not follow one another. */
  spans: TimeSpan[]
  /** Seconds in which the candidate speaks; null where they speak at no known time. */
  seconds: number | null
  /** That the candidate says. */
  words: number
  /** Times that the agent spoke beyond the question itself. */
  followUps: number
}

/** The script's questions in their order, then those that were asked though the script has lost them. */
export function answersOf({ script, questions, segments }: Talk): Answer[] {
  const wordCounts = new WordCounts()
  const unplaced = groupedByText(withinBounds(questions))
  const texts = script.slice(0, MOST_QUESTIONS).map((text) => folded(text))
  const lastOf = new Map(texts.map((text, index) => [text, index]))
  const scripted = texts.map((text, index) => {
    const same = unplaced.get(text) ?? []
    // Of a question that the script repeats, each takes one of those asked, and the last what is left.
    const asked = same.splice(0, lastOf.get(text) === index ? same.length : 1)
    return { ...answerOf(asked, segments, wordCounts), text: script[index] ?? '', scripted: true }
  })
  const unscripted = [...unplaced.values()].flatMap((same) =>
    same[0] ? [{ ...answerOf(same, segments, wordCounts), text: same[0].text, scripted: false }] : [],
  )
  return [...scripted, ...unscripted]
}

/** Those that are shown, from the first one on. */
function withinBounds(questions: Question[]): Question[] {
  let places = 0
  return questions.slice(0, MOST_QUESTIONS).filter(({ segments }) => (places += segments.length) <= MOST_PLACES)
}

/** Whether the interview was asked what today's script lacks: what it was not asked may then be newer than it. */
export function hasScriptChanged(answers: Answer[]): boolean {
  return answers.some(({ scripted }) => scripted) && answers.some(({ scripted, asked }) => asked && !scripted)
}

function groupedByText(questions: Question[]): Map<string, Question[]> {
  const groups = new Map<string, Question[]>()
  for (const question of questions) {
    const text = folded(question.text)
    const same = groups.get(text)
    if (same) same.push(question)
    else groups.set(text, [question])
  }
  return groups
}

/** Case, spaces and punctuation make no other question. */
function folded(question: string): string {
  const words = wordsIn(question).map(({ word }) => word)
  return words.join(' ')
}

function answerOf(asked: Question[], segments: Segment[], wordCounts: WordCounts): Omit<Answer, 'text' | 'scripted'> {
  const indices = [...new Set(asked.flatMap((question) => question.segments))].toSorted((a, b) => a - b)
  const said = indices.flatMap((index) => segments[index] ?? [])
  const candidate = said.filter((segment) => segment.speaker === 'candidate')
  const words = candidate.reduce((sum, segment) => sum + wordCounts.of(segment), 0)
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

/** Many questions may name one long segment: it is counted once. */
class WordCounts {
  #counts = new Map<Segment, number>()

  of(segment: Segment): number {
    const counted = this.#counts.get(segment) ?? countWords(segment.text)
    this.#counts.set(segment, counted)
    return counted
  }
}

function spansOf(segments: Segment[]): TimeSpan[] {
  return segments.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
}
