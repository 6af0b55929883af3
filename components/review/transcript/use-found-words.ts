import { useEffect, useRef, type RefObject } from 'react'
import { countUntil } from '@/lib/interviews/count-until'
import { useFind } from './find-context'
import { keepInSight } from './keep-in-sight'
import { paint } from './paint'
import { onNear } from './near-window'
import { nearestTo } from './nearest-to'
import { rangesOfShown } from './segment-text'
import type { Match } from './transcript-text'

const [ALL, CURRENT] = ['found-words', 'found-word']

/** A browser looks at all that is painted in each of its frames; of more than these, what is near the window is. */
const MOST_PAINTED = 1_000

/** Of more matches than are painted, so many pass the middle of the window before others are painted. */
const MOST_PASSED = 100

type Props = { area: RefObject<HTMLElement | null>; onMove: () => void }

/** Paints what was found, and brings the reader to the match that they step to: once, and not again when the page is drawn anew. */
export function useFoundWords({ area, onMove }: Props) {
  const { matches, current, goal } = useFind()
  const reached = useRef<string | null>(null)
  useEffect(() => {
    const left = new AbortController()
    if (matches.length <= MOST_PAINTED) paint(ALL, rangesOf(matches))
    else paintNear(matches, left.signal)
    return () => {
      left.abort()
      paint(ALL, [])
    }
  }, [matches])

  useEffect(() => {
    const match = matches[current]
    const [range] = match ? rangesOfShown(match.said, [match.shown]) : []
    paint(CURRENT, range ? [range] : [])
    if (!range) reached.current = null
    else if (match && area.current && reached.current !== goal) {
      reached.current = goal
      onMove()
      keepInSight(area.current, match.said, range)
    }
    return () => paint(CURRENT, [])
  }, [area, matches, current, goal, onMove])
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
function paintNear(all: readonly Match[], signal: AbortSignal) {
  const byStretch = grouped(all, stretchOf)
  let near: Match[] = []
  let middle = 0
  const paintNearest = () => {
    middle = countAboveMiddle(near)
    paint(ALL, rangesOf(nearestTo(middle, near, MOST_PAINTED)))
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
