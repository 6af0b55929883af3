'use client'

import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { Moment } from '@/lib/transcript/moment'
import { director } from './director'
import { saidLength } from './said-length'
import { Playback } from './playback'
import type { ListensTo, PlaybackState } from './playback-state'

const PlaybackContext = createContext<Playback | null>(null)
const TalkContext = createContext<number | null>(null)

type Props = {
  duration: number | null
  moment: Moment
  /** Where it begins, in seconds, unless the link says a moment. */
  cue?: number | undefined
  listensTo?: ListensTo
  children: ReactNode
}

/** In seconds: `duration` is what the transcript says, until the recording tells; `moment` is the link's. */
export function PlaybackProvider({ duration, moment, cue = 0, listensTo, children }: Props) {
  // One for as long as the page is open: what is drawn anew must not take the recording from who listens.
  const [playback] = useState(() => {
    const isAtStart = moment.start === 0 && moment.end === null
    return new Playback(duration ?? 0, isAtStart ? { start: cue, end: null } : moment, listensTo)
  })
  // Before anybody can see the page and press a key.
  useLayoutEffect(() => director.join(playback), [playback])
  useEffect(() => playback.expectDuration(duration ?? 0), [playback, duration])

  const { start, end } = moment
  const opened = useRef(moment)
  useEffect(() => {
    if (start === opened.current.start && end === opened.current.end) return
    opened.current = { start, end }
    playback.open({ start, end })
  }, [playback, start, end])
  return (
    <TalkContext value={duration}>
      <PlaybackContext value={playback}>{children}</PlaybackContext>
    </TalkContext>
  )
}

export function usePlayback(): Playback {
  const playback = useContext(PlaybackContext)
  if (!playback) throw new Error('usePlayback needs a PlaybackProvider above it')
  return playback
}

export function usePlaybackState(): PlaybackState {
  const playback = usePlayback()
  const read = () => playback.state
  return useSyncExternalStore(playback.onState, read, read)
}

/** Seconds; null until anything is known. */
export function useLength(): number | null {
  const { duration } = usePlaybackState()
  return saidLength(useContext(TalkContext), duration)
}

/** Renders again only when what is picked from the time changes: pick something coarse. */
export function usePlaybackTime<T>(pick: (time: number) => T): T {
  const playback = usePlayback()
  const read = () => pick(playback.time)
  return useSyncExternalStore(playback.onTime, read, read)
}

/** Whether it is the recording that was used last, for which the keys are; until the page is alive it is the only one. */
export function useIsInUse(): boolean {
  const playback = usePlayback()
  return useSyncExternalStore(
    director.onChange,
    () => director.isInUse(playback),
    () => true,
  )
}
