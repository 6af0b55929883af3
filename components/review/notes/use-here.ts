import type { About } from '@/lib/notes/note'
import { usePlayback, usePlaybackState, usePlaybackTime } from '../../player/playback-context'
import { useTranscript } from '../../transcript/transcript-context'

/** What a note that is begun now is about: the moment that is heard, or the whole interview where nothing was played or can be. */
export function useHere(): { isAtMoment: boolean; here: () => About } {
  const playback = usePlayback()
  const { playable } = useTranscript()
  const { playing } = usePlaybackState()
  const isBegun = usePlaybackTime((time) => time > 0)
  const isAtMoment = playable && (playing || isBegun)
  return { isAtMoment, here: () => ({ at: isAtMoment ? playback.time : null, quote: null }) }
}
