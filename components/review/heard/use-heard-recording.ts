import { useEffect } from 'react'
import type { TimeSpan } from '@/lib/transcript/speech'
import { usePlayback } from '../../player/playback-context'

/** Seconds of the recording. */
const A_SPAN = 5

/** Tells what is played, about every five seconds of it: what shows it is drawn anew each time. */
export function useHeardRecording(tell: (span: TimeSpan) => void) {
  const playback = usePlayback()
  useEffect(() => {
    let span: TimeSpan | null = null
    const finish = () => {
      if (span && span.end > span.start) tell(span)
      span = null
    }
    const follow = (time: number, jumped: boolean) => {
      if (jumped || !playback.state.playing) finish()
      if (!playback.state.playing) return
      span = span ? { start: span.start, end: time } : { start: time, end: time }
      if (span.end - span.start < A_SPAN) return
      finish()
      span = { start: time, end: time }
    }
    const leave = [playback.onTime(follow), playback.onState(() => follow(playback.time, false))]
    return () => {
      finish()
      for (const stop of leave) stop()
    }
  }, [playback, tell])
}
