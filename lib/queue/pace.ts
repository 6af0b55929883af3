import { joinSpans } from '../listening/listening-progress'
import { secondsOf, type TimeSpan } from '../transcript/speech'

/** Votes from which on a pace is somebody's own. */
const FEWEST_VOTES = 3
/** The last votes that it is taken from. */
export const PACE_VOTES = 20

/** What was heard and read of an interview before a vote; `talk` is the candidate's seconds of speech. */
export type Judged = { talk: number; spans: TimeSpan[]; read: TimeSpan[] }

/**
 * The median seconds of recording that a member has heard, or had the words of in sight, for each second that the candidate speaks;
 * null below three votes that were cast after any of it: who votes elsewhere has no pace here. What was heard twice counts once. They are
 * seconds of the recording: whoever plays it at twice the speed takes half of them.
 */
export function paceOf(judged: readonly Judged[]): number | null {
  const rates = judged.map(({ talk, spans, read }) => secondsOf(joinSpans([...spans, ...read])) / talk)
  const sorted = rates.filter((rate) => rate > 0).toSorted((a, b) => a - b)
  if (sorted.length < FEWEST_VOTES) return null
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}
