import { useEffect, useRef } from 'react'
import { useRoot } from '../player/playback-root'
import { useFind } from './find-context'
import { keepInSight } from './keep-in-sight'
import { Paint } from './paint'
import { paintFound } from './paint-found'
import { rangesOfShown } from './segment-text'
import { useTranscript } from './transcript-context'

/** Paints what was found, and brings the reader to the match that they step to: once, and not again when the page is drawn anew. */
export function useFoundWords(onMove: () => void) {
  const { segments } = useTranscript()
  const root = useRoot()
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
    const { current: area } = segments.area
    const paint = new Paint('found-word')
    paint.show(range ? [range] : [])
    if (!range) reached.current = null
    else if (match && area && reached.current !== goal) {
      reached.current = goal
      onMove()
      keepInSight({ area, root: root.current }, match.said, range)
    }
    return () => paint.show([])
  }, [segments, root, matches, current, goal, onMove])
}
