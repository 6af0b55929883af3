import { countUntil } from '@/lib/count-until'
import { onNear } from './near-window'
import { nearestTo } from './nearest-to'
import { Paint } from './paint'
import { rangesOfShown } from './segment-text'
import type { Match } from './transcript-text'

/** A browser looks at all that is painted in each of its frames; of more than these, what is near the window is. */
const MOST_PAINTED = 1_000

/** Of more matches than are painted, so many pass the middle of the window before others are painted. */
const MOST_PASSED = 250

/** Paints what was found until `signal` is aborted: all of it, or what of it is near the window. */
export function paintFound(matches: readonly Match[], signal: AbortSignal) {
  const paint = new Paint('found-words')
  if (matches.length <= MOST_PAINTED) paint.show(rangesOf(matches))
  else paintNear(matches, paint, signal)
  signal.addEventListener('abort', () => paint.show([]))
}

/** `all` are in the order of the transcript. */
function rangesOf(all: readonly Match[]): Range[] {
  return Array.from(
    grouped(all, ({ said }) => said),
    ([said, matches]) =>
      rangesOfShown(
        said,
        matches.map(({ shown }) => shown),
      ),
  ).flat()
}

/** By the stretches that the transcript is laid out in; of more in those that are near, what is nearest to the middle of the window. */
function paintNear(all: readonly Match[], paint: Paint, signal: AbortSignal) {
  const byStretch = grouped(all, stretchOf)
  let near: Match[] = []
  let middle = 0
  const paintNearest = () => {
    middle = countAboveMiddle(near)
    paint.show(rangesOf(nearestTo(middle, near, MOST_PAINTED)))
  }
  const paintMoved = () => {
    if (near.length > MOST_PAINTED && Math.abs(countAboveMiddle(near) - middle) > MOST_PASSED) paintNearest()
  }
  onNear(
    byStretch.keys(),
    (stretches) => {
      near = Array.from(byStretch, ([stretch, matches]) => (stretches.has(stretch) ? matches : [])).flat()
      paintNearest()
    },
    signal,
  )
  for (const moved of ['scroll', 'resize']) {
    window.addEventListener(moved, paintMoved, { signal, capture: true, passive: true })
  }
}

function stretchOf({ said }: Match): Element {
  return said.parentElement?.parentElement ?? said
}

function countAboveMiddle(matches: readonly Match[]): number {
  const middle = window.innerHeight / 2
  return countUntil(matches.length, (index) => {
    const match = matches[index]
    return match !== undefined && isAbove(match, middle)
  })
}

/** Only in the segment that is there are words measured: what is not drawn has none to measure. */
function isAbove(match: Match, height: number): boolean {
  for (const box of [stretchOf(match), match.said]) {
    const { top, bottom } = box.getBoundingClientRect()
    if (bottom <= height) return true
    if (top > height) return false
  }
  const [range] = rangesOfShown(match.said, [match.shown])
  return range !== undefined && range.getBoundingClientRect().bottom <= height
}

function grouped(all: readonly Match[], by: (match: Match) => Element): Map<Element, Match[]> {
  const groups = new Map<Element, Match[]>()
  for (const match of all) {
    const others = groups.get(by(match))
    if (others) others.push(match)
    else groups.set(by(match), [match])
  }
  return groups
}
