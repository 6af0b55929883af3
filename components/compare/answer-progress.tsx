'use client'

import { useEffect, useRef } from 'react'
import { secondsOf, type TimeSpan } from '@/lib/transcript/speech'
import { formatDuration } from '../duration'
import { usePlayback } from '../player/playback-context'

/** How far an answer is, painted: as long as what of it is played, whatever lies between. */
export function AnswerProgress({ spans }: { spans: readonly TimeSpan[] }) {
  const playback = usePlayback()
  const line = useRef<HTMLSpanElement>(null)
  const clock = useRef<HTMLSpanElement>(null)
  const length = secondsOf(spans)
  useEffect(() => {
    const show = (time: number) => {
      const done = heardBy(time, spans)
      line.current?.style.setProperty('transform', `scaleX(${length > 0 ? done / length : 0})`)
      if (clock.current) clock.current.textContent = formatDuration(done)
    }
    show(playback.time)
    return playback.onTime(show)
  }, [playback, spans, length])
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <span
        aria-hidden="true"
        className="h-1 min-w-8 flex-1 overflow-hidden rounded-full bg-line forced-colors:outline forced-colors:outline-[CanvasText]"
      >
        <span
          ref={line}
          className="block h-full origin-left scale-x-0 bg-accent forced-color-adjust-none forced-colors:bg-[Highlight]"
        />
      </span>
      <span className="text-xs whitespace-nowrap text-muted numeric">
        <span ref={clock}>0:00</span> / {formatDuration(length)}
      </span>
    </span>
  )
}

/** Seconds of these stretches that are over at this time. */
function heardBy(time: number, spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, { start, end }) => sum + Math.min(Math.max(0, time - start), end - start), 0)
}
