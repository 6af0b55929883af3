import type { Interview, Segment } from './interview'
import { secondsOf, speechSpans, type Span } from './speech'

/** A question of the script with what was said to it. */
export type Answer = {
  text: string
  asked: boolean
  /** Indices of its segments, in the order of the transcript. */
  segments: number[]
  /** Where it is in the recording: the stretches of its segments, which need not follow one another. */
  spans: Span[]
  /** Seconds in which the candidate speaks. */
  seconds: number
  /** Times that the agent spoke beyond the question itself. */
  followUps: number
}

/** The script's questions in their order, then those that were asked though the script has lost them. */
export function answersOf({
  script,
  questions,
  segments,
}: Pick<Interview, 'script' | 'questions' | 'segments'>): Answer[] {
  const unscripted = questions.filter((question) => !script.includes(question.text))
  const texts = [...script, ...unscripted.map((question) => question.text)]
  return [...new Set(texts)].map((text) => {
    const asked = questions.filter((question) => question.text === text)
    const indices = [...new Set(asked.flatMap((question) => question.segments))].toSorted((a, b) => a - b)
    return answerOf(text, indices, segments)
  })
}

function answerOf(text: string, indices: number[], segments: Segment[]): Answer {
  const said = indices.flatMap((index) => segments[index] ?? [])
  const candidate = said.filter((segment) => segment.speaker === 'candidate')
  return {
    text,
    asked: said.length > 0,
    segments: indices,
    spans: speechSpans(spansOf(said)),
    seconds: secondsOf(spansOf(candidate)),
    followUps: Math.max(0, said.filter((segment) => segment.speaker === 'agent').length - 1),
  }
}

function spansOf(segments: Segment[]): Span[] {
  return segments.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
}
