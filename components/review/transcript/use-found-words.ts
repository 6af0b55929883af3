import { useEffect, useRef, type RefObject } from 'react'
import { useFind } from './find-context'
import { keepInSight } from './keep-in-sight'
import { paint } from './paint'
import { onNear } from './near-window'
import { rangesOfShown } from './segment-text'
import type { Match } from './transcript-text'

const [ALL, CURRENT] = ['found-words', 'found-word']

/** A browser looks at all that is painted in each of its frames; of more than these, what is near the window is. */
const MOST_PAINTED = 1_000

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

/** By the stretches that the transcript is laid out in. */
function paintNear(all: readonly Match[], signal: AbortSignal) {
  const byStretch = grouped(all, ({ said }) => said.parentElement?.parentElement ?? said)
  const paintThese = (near: ReadonlySet<Element>) => {
    const shown = [...near].flatMap((stretch) => byStretch.get(stretch) ?? [])
    paint(ALL, rangesOf(shown.slice(0, MOST_PAINTED)))
  }
  onNear(byStretch.keys(), paintThese, signal)
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
