import { useEffect, useRef, useState } from 'react'
import { formatDuration } from '../duration'
import { usePlayback, usePlaybackState } from './playback-context'

/** Where the recording is, by the second: written into the page directly, since React would take longer than the rest of a frame. */
export function PlayerClock() {
  const playback = usePlayback()
  const { duration } = usePlaybackState()
  const [initial] = useState(() => clockOf(playback.time))
  const clock = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const show = (time: number) => {
      const text = clockOf(time)
      // The text of its node, since a new node has the browser lay out the whole page.
      const node = clock.current?.firstChild
      if (node && node.nodeValue !== text) node.nodeValue = text
    }
    show(playback.time)
    return playback.onTime(show)
  }, [playback])
  const end = formatDuration(duration || null)
  return (
    <span className="ml-2 text-sm whitespace-nowrap text-muted numeric">
      {/* Of a size of its own and no flex item, so that its change lays out nothing else. */}
      <span
        ref={clock}
        className="inline-block h-5 text-right align-top text-ink contain-strict"
        style={{ width: `${Math.max(end.length, initial.length)}ch` }}
      >
        {initial}
      </span>{' '}
      <span className="align-top max-sm:hidden">/ {end}</span>
    </span>
  )
}

function clockOf(time: number): string {
  return formatDuration(Math.floor(time))
}
