import { useEffect, useRef, type RefObject } from 'react'
import { useFind } from './find-context'
import { keepInSight } from './keep-in-sight'
import { paint } from './paint'
import { paintFound } from './paint-found'
import { rangesOfShown } from './segment-text'

const CURRENT = 'found-word'

type Props = { area: RefObject<HTMLElement | null>; onMove: () => void }

/** Paints what was found, and brings the reader to the match that they step to: once, and not again when the page is drawn anew. */
export function useFoundWords({ area, onMove }: Props) {
  const { matches, current, goal } = useFind()
  const reached = useRef<string | null>(null)
  useEffect(() => {
    const left = new AbortController()
    paintFound(matches, left.signal)
    return () => left.abort()
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
