import { useEffect, useRef, type RefObject } from 'react'
import { useFind } from './find-context'
import { keepInSight } from './keep-in-sight'
import { paint } from './paint'
import { rangeOfShown } from './segment-text'

const [ALL, CURRENT] = ['found-words', 'found-word']

type Props = { area: RefObject<HTMLElement | null>; onMove: () => void }

/** Paints what was found, and brings the reader to the match that they step to: once, and not again when the page is drawn anew. */
export function useFoundWords({ area, onMove }: Props) {
  const { matches, current, goal } = useFind()
  const reached = useRef<string | null>(null)
  useEffect(() => {
    paint(
      ALL,
      matches.flatMap(({ said, shown }) => rangeOfShown(said, shown) ?? []),
    )
    return () => paint(ALL, [])
  }, [matches])

  useEffect(() => {
    const match = matches[current]
    const range = match && rangeOfShown(match.said, match.shown)
    paint(CURRENT, range ? [range] : [])
    if (!range) reached.current = null
    else if (area.current && reached.current !== goal) {
      reached.current = goal
      onMove()
      keepInSight(area.current, match.said, range)
    }
    return () => paint(CURRENT, [])
  }, [area, matches, current, goal, onMove])
}
