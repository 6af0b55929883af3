import { useEffect } from 'react'
import { usePlayback } from './playback-context'
import { nextStart, previousStart } from './question-steps'
import { useReview } from '../review/review-context'

/** Seconds. */
const STEP = 10

/** The keys of the keyboard, the headphones and the lock screen steer the recording; its tracks are the questions. */
export function useMediaSession() {
  const playback = usePlayback()
  const { candidate, answers } = useReview()
  useEffect(() => {
    if (!('mediaSession' in navigator)) return undefined
    const session = navigator.mediaSession
    session.metadata = new MediaMetadata({ title: candidate, artist: 'Debrief' })
    const goTo = (start: number | undefined) => {
      if (start !== undefined) playback.seek(start)
    }
    const actions: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
      play: () => playback.play(),
      pause: () => playback.pause(),
      seekbackward: ({ seekOffset }) => playback.skip(-(seekOffset ?? STEP)),
      seekforward: ({ seekOffset }) => playback.skip(seekOffset ?? STEP),
      seekto: ({ seekTime }) => goTo(seekTime),
      nexttrack: () => goTo(nextStart(answers, playback.time)),
      previoustrack: () => goTo(previousStart(answers, playback.time)),
    }
    const names = Object.keys(actions) as MediaSessionAction[]
    for (const name of names) session.setActionHandler(name, actions[name] ?? null)
    return () => {
      session.metadata = null
      for (const name of names) session.setActionHandler(name, null)
    }
  }, [playback, candidate, answers])
}
