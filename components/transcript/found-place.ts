import { countUntil } from '@/lib/count-until'

type Found = { segment: number; offset: number }

/** Where in the transcript a reader of matches is; `repeat` counts those before it at the same place, as inside one correction. */
export type FoundPlace = Found & { repeat: number }

export const BEGINNING: FoundPlace = { segment: 0, offset: 0, repeat: 0 }

/** Index of the match at this place, else of the next one after it, else of the last; -1 for none. `matches` are in the order of the transcript. */
export function indexAt(matches: readonly Found[], place: FoundPlace | null): number {
  if (!place) return -1
  const before = countUntil(matches.length, (index) => compare(matches[index], place) < 0)
  const upToHere = countUntil(matches.length, (index) => compare(matches[index], place) <= 0)
  return Math.min(before + place.repeat, upToHere, matches.length - 1)
}

/** Where the next match is, or the one before; from the last to the first and back, and from nowhere to the first or the last. */
export function steppedFrom(matches: readonly Found[], place: FoundPlace | null, by: 1 | -1): FoundPlace | null {
  const current = indexAt(matches, place)
  const from = current === -1 && by === -1 ? 0 : current
  const to = (from + by + matches.length) % matches.length
  const match = matches[to]
  if (!match) return place
  const { segment, offset } = match
  return { segment, offset, repeat: to - countUntil(to, (index) => compare(matches[index], match) < 0) }
}

function compare(match: Found | undefined, place: Found): number {
  return match ? match.segment - place.segment || match.offset - place.offset : 1
}
