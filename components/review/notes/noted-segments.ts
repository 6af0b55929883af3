import { countUntil } from '@/lib/count-until'
import type { ShownNote } from '../../notes/shown-notes'
import type { SegmentTime } from '../../transcript/segment-time'

/** Which notes stand beside which segment: that of the words, or the one that is being said at the moment. */
export function notesBySegment(notes: ShownNote[], times: SegmentTime[]): Map<number, ShownNote[]> {
  const begun = beginnings(times)
  const bySegment = new Map<number, ShownNote[]>()
  for (const note of notes) {
    const segment = note.deleted || note.parentId !== null ? null : segmentOf(note, begun)
    if (segment === null) continue
    const others = bySegment.get(segment)
    if (others) others.push(note)
    else bySegment.set(segment, [note])
  }
  return bySegment
}

type Beginning = { start: number; index: number }

/** By time; of those that begin together, the first one. */
function beginnings(times: SegmentTime[]): Beginning[] {
  const sorted = times
    .flatMap(({ start }, index) => (start === null ? [] : { start, index }))
    .toSorted((a, b) => a.start - b.start)
  return sorted.filter(({ start }, place) => start !== sorted[place - 1]?.start)
}

function segmentOf({ at, quote }: ShownNote, begun: Beginning[]): number | null {
  if (quote) return quote.segment
  if (at === null) return null
  return begun[countUntil(begun.length, (place) => (begun[place]?.start ?? Infinity) <= at) - 1]?.index ?? 0
}
