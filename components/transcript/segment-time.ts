import type { Segment } from '@/lib/transcript/transcript'

/** A segment without its text, which the browser has in the page already. */
export type SegmentTime = Omit<Segment, 'text'>

export function segmentTimes(segments: Segment[]): SegmentTime[] {
  return segments.map(({ speaker, start, end }) => ({ speaker, start, end }))
}
