import { formatDuration } from '../duration'
import { usePlaybackState, usePlaybackTime } from './playback-context'

/** Where the recording is, by the second. */
export function Clock() {
  const second = usePlaybackTime(Math.floor)
  const { duration } = usePlaybackState()
  return (
    <span className="ml-2 text-sm whitespace-nowrap text-muted numeric">
      <span className="text-ink">{formatDuration(second)}</span> / {formatDuration(duration || null)}
    </span>
  )
}
