import type { TimeSpan } from './speech'

/** Of a script, and of what an interview was asked: what is more is not shown. */
export const MOST_QUESTIONS = 500

/** A question of the script with what was said to it. */
export type Answer = {
  text: string
  /** See question-key.ts. */
  key: string
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

/** Whether the interview was asked what today's script lacks: what it was not asked may then be newer than it. */
export function hasScriptChanged(answers: Answer[]): boolean {
  return answers.some(({ scripted }) => scripted) && answers.some(({ scripted, asked }) => asked && !scripted)
}
