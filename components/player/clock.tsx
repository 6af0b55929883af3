import { useEffect, useRef, useState } from 'react'
import { formatDuration } from '../duration'
import { useLength, usePlayback } from './playback-context'

/** Where the recording is, by the second: written into the page directly, since React would take longer than the rest of a frame. */
export function PlayerClock() {
  const playback = usePlayback()
  const length = useLength()
  const [initial] = useState(() => clockOf(playback.time, length))
  const clock = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const show = (time: number) => {
      const text = clockOf(time, length)
      // The text of its node, since a new node has the browser lay out the whole page.
      const node = clock.current?.firstChild
      if (node && node.nodeValue !== text) node.nodeValue = text
    }
    show(playback.time)
    return playback.onTime(show)
  }, [playback, length])
  const end = formatDuration(length)
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

/** What is heard after the end is still the end. */
function clockOf(time: number, length: number | null): string {
  return formatDuration(Math.min(time, length ?? Infinity))
}
