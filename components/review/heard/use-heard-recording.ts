import { useEffect } from 'react'
import type { TimeSpan } from '@/lib/transcript/speech'
import { usePlayback } from '../../player/playback-context'
import { followSound } from './follow-sound'

/** Tells what sounds of the recording, for as long as whoever calls this is drawn. */
export function useHeardRecording(tell: (span: TimeSpan) => void) {
  const playback = usePlayback()
  useEffect(() => followSound(playback, tell), [playback, tell])
}
