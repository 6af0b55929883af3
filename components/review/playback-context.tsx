'use client'

import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { Moment } from '@/lib/interviews/moment'
import { Playback, type PlaybackState } from './playback'

const PlaybackContext = createContext<Playback | null>(null)

type Props = { duration: number | null; moment: Moment; children: ReactNode }

/** In seconds: `duration` is what the transcript says, until the recording tells; `moment` is the link's. */
export function PlaybackProvider({ duration, moment, children }: Props) {
  const { start, end } = moment
  const playback = useMemo(() => new Playback(duration ?? 0, { start, end }), [duration, start, end])
  return <PlaybackContext value={playback}>{children}</PlaybackContext>
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

/** Renders again only when what is picked from the time changes: pick something coarse. */
export function usePlaybackTime<T>(pick: (time: number) => T): T {
  const playback = usePlayback()
  const read = () => pick(playback.time)
  return useSyncExternalStore(playback.onTime, read, read)
}
