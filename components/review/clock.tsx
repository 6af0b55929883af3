import { useEffect, useRef, useState } from 'react'
import { formatDuration } from '../duration'
import { usePlayback, usePlaybackState } from './playback-context'

/** Where the recording is, by the second: written into the page directly, since React would take longer than the rest of a frame. */
export function Clock() {
  const playback = usePlayback()
  const { duration } = usePlaybackState()
  const [initial] = useState(() => clockOf(playback.time))
  const clock = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const show = (time: number) => {
      const text = clockOf(time)
      if (clock.current && clock.current.textContent !== text) clock.current.textContent = text
    }
    show(playback.time)
    return playback.onTime(show)
  }, [playback])
  const end = formatDuration(duration || null)
  return (
    <span className="ml-2 flex gap-1 text-sm whitespace-nowrap text-muted numeric">
      {/* Of a size of its own, so that its change lays out nothing else. */}
      <span
        ref={clock}
        className="h-5 text-right text-ink contain-strict"
        style={{ width: `${Math.max(end.length, initial.length)}ch` }}
      >
        {initial}
      </span>{' '}
      <span className="max-sm:hidden">/ {end}</span>
    </span>
  )
}

function clockOf(time: number): string {
  return formatDuration(Math.floor(time))
}
