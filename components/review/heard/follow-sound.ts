import type { TimeSpan } from '@/lib/transcript/speech'
import type { Playback } from '../../player/playback'

/** Seconds of the recording. */
const A_SPAN = 5

/**
 * Tells what sounds, about every five seconds of it, until the returned function is called: what is jumped over does not, nor
 * what plays muted or at volume 0, and while a recording is waited for its time stands still.
 */
export function followSound(playback: Playback, tell: (span: TimeSpan) => void): () => void {
  let span: TimeSpan | null = null
  const finish = () => {
    if (span && span.end > span.start) tell(span)
    span = null
  }
  const follow = (time: number, jumped: boolean) => {
    if (jumped || (span && time < span.end)) finish()
    if (span) span = { start: span.start, end: time }
    if (!playback.sounds) return finish()
    span ??= { start: time, end: time }
    if (span.end - span.start < A_SPAN) return
    finish()
    span = { start: time, end: time }
  }
  const leave = [playback.onTime(follow), playback.onState(() => follow(playback.time, false))]
  return () => {
    follow(playback.time, false)
    finish()
    for (const stop of leave) stop()
  }
}
