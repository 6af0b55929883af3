import { countWords } from '../text/word-count'
import type { Segment } from './transcript'

export type CountSaid = (segment: Segment) => number

/** Counts a segment's words once, however often they are asked for: many questions may name one long segment. */
export function countsOnce(): CountSaid {
  const counts = new Map<Segment, number>()
  return (segment) => {
    const count = counts.get(segment) ?? countWords(segment.text)
    counts.set(segment, count)
    return count
  }
}
