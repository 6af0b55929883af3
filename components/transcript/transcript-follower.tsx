'use client'

import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { shortcutOf } from '../key-pressed'
import { Button } from '../ui/button'
import { BegunCorrection } from './begun-correction'
import { useDock } from '../player/dock'
import { usePlayback, usePlaybackState } from '../player/playback-context'
import { SelectionBar } from './selection-bar'
import { useTranscript } from './transcript-context'
import { placeOf, segmentIndexOf } from './text-position'
import { useCopiedQuote } from './use-copied-quote'
import { useFoundWords } from './use-found-words'
import { useReaderMoves } from './use-reader-moves'
import { useLinkedWords } from './use-linked-words'
import { useSpokenWord } from './use-spoken-word'
import { useHasNoTimes, useWordIndex } from './use-word-index'

type Props = {
  children: ReactNode
  /** Beside the segments: it asks `useTranscript` for them. */
  margin?: ReactNode
  /** For the words that are selected. */
  tools?: ReactNode
}

/** Follows the recording in the transcript until the reader scrolls away or after they go to a moment, and plays from the word that is clicked. */
export function TranscriptFollower({ children, margin, tools }: Props) {
  const playback = usePlayback()
  const { times, segments } = useTranscript()
  const { playing } = usePlaybackState()
  const { makesRoom } = useDock()
  const bar = useRef<HTMLDivElement>(null)
  const [following, setFollowing] = useState(true)
  const stopFollowing = useCallback(() => setFollowing(false), [])
  const index = useWordIndex()
  const hasNoTimes = useHasNoTimes()
  useEffect(() => playback.onVisit(() => setFollowing(true)), [playback])
  // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- Drawn anew, the segments are others.
  useLayoutEffect(() => segments.forget(), [segments, children])
  useReaderMoves(stopFollowing)
  useSpokenWord({ index, following })
  useFoundWords(stopFollowing)
  useLinkedWords(index)
  useCopiedQuote(index)

  const playFromClick = (event: MouseEvent) => {
    if (document.getSelection()?.isCollapsed === false) return
    const place = placeOf(event.clientX, event.clientY)
    const word = place && index?.wordAt(place.segment, place.offset)
    const time = word?.start ?? (place ? times[place.segment]?.start : null)
    if (time === null || time === undefined) return
    playback.playFrom(time)
  }

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const current = segmentIndexOf(event.target)
    if (current === null) return
    const start = times[current]?.start
    // What stands in a segment has a use for Enter itself.
    const isSegment = event.target === segments.element(current)
    if (event.key === 'Enter' && isSegment && start !== null && start !== undefined) playback.playFrom(start)
    if (isSegment && shortcutOf(event.nativeEvent) === 's') segments.select(current)
    if (event.key === 'Tab' && !event.shiftKey && focusFirst(bar.current)) event.preventDefault()
    const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: times.length - 1 }[event.key]
    if (target !== undefined && segments.focus(target)) event.preventDefault()
  }

  return (
    <div
      ref={segments.area}
      role="presentation"
      onClick={playFromClick}
      onKeyDown={press}
      // What is opaque is scrolled without the page being put together anew in every frame.
      className="relative min-h-0 flex-1 bg-canvas lg:overflow-y-auto"
    >
      {hasNoTimes && (
        <p role="status" className="px-4 pt-3 text-xs text-warn lg:px-6 print:hidden">
          When each word is said could not be loaded, so a click plays from the beginning of what is said. It is tried
          again by itself.
        </p>
      )}
      <BegunCorrection />
      {children}
      <SelectionBar index={index} bar={bar}>
        {tools}
      </SelectionBar>
      {margin}
      {playing && !following && (
        <div
          ref={makesRoom}
          className="pointer-events-none sticky bottom-[calc(var(--player-height,10rem)+4.5rem)] z-10 flex justify-center lg:bottom-4 max-lg:low:bottom-14"
        >
          <Button
            look="primary"
            className="pointer-events-auto shadow-float"
            onClick={(event) => {
              event.stopPropagation()
              setFollowing(true)
            }}
          >
            Follow
          </Button>
        </div>
      )}
    </div>
  )
}

/** For the keyboard, which would reach the bar of selected words only at the end of the page; false while nothing is selected. */
function focusFirst(bar: HTMLElement | null): boolean {
  const first = bar?.querySelector('button')
  first?.focus()
  return Boolean(first)
}
