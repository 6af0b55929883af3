import { useEffect } from 'react'
import type { Answer } from '@/lib/transcript/answers'
import { useIsInUse, usePlayback } from './playback-context'
import { nextStart, previousStart } from './question-steps'

/** Seconds. */
const STEP = 10

type Props = { title: string; questions: Answer[] }

/** The keys of the keyboard, the headphones and the lock screen steer the recording that was used last; its tracks are the questions. */
export function useMediaSession({ title, questions }: Props) {
  const playback = usePlayback()
  const isInUse = useIsInUse()
  useEffect(() => {
    if (!isInUse || !('mediaSession' in navigator)) return undefined
    const session = navigator.mediaSession
    session.metadata = new MediaMetadata({ title, artist: 'Debrief' })
    const goTo = (start: number | undefined) => {
      if (start !== undefined) playback.seek(start)
    }
    const actions: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
      play: () => playback.play(),
      pause: () => playback.pause(),
      seekbackward: ({ seekOffset }) => playback.skip(-(seekOffset ?? STEP)),
      seekforward: ({ seekOffset }) => playback.skip(seekOffset ?? STEP),
      seekto: ({ seekTime }) => goTo(seekTime),
      nexttrack: () => goTo(nextStart(questions, playback.time)),
      previoustrack: () => goTo(previousStart(questions, playback.time)),
    }
    const names = Object.keys(actions) as MediaSessionAction[]
    for (const name of names) session.setActionHandler(name, actions[name] ?? null)
    return () => {
      session.metadata = null
      for (const name of names) session.setActionHandler(name, null)
    }
  }, [playback, isInUse, title, questions])
}
