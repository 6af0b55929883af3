import { useEffect, useState } from 'react'
import type { Span } from '@/lib/transcript/speech'
import { useHeard } from '../review/heard/heard-context'
import { usePlayback } from './playback-context'

/** Of the whole width. */
const STEPS = 200

/** Under the picture of the talk: how much of the recording is loaded, and over it what this member has heard. */
export function TimelineTrack({ duration }: { duration: number }) {
  const loaded = useBuffered(duration)
  const heard = useHeard()
  return (
    <svg
      aria-hidden="true"
      preserveAspectRatio="none"
      viewBox={`0 0 ${duration || 1} 3`}
      className="mt-1 block h-[3px] w-full rounded-full bg-line"
    >
      <path d={lines(loaded)} fill="var(--color-edge)" />
      <path d={lines(heard)} fill="var(--color-accent)" />
    </svg>
  )
}

function lines(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `M${start} 0H${end}V3H${start}z`).join('')
}

/** In seconds, and so coarse that a recording that arrives bit by bit does not draw it anew for every bit. */
function useBuffered(duration: number): Span[] {
  const playback = usePlayback()
  const [loaded, setLoaded] = useState<Span[]>([])
  useEffect(() => {
    const step = (duration || 1) / STEPS
    const coarse = (time: number) => Math.round(time / step) * step
    return playback.onBuffered((ranges) => {
      const spans = Array.from({ length: ranges.length }, (_, index) => ({
        start: coarse(ranges.start(index)),
        end: coarse(ranges.end(index)),
      }))
      setLoaded((shown) => (lines(shown) === lines(spans) ? shown : spans))
    })
  }, [playback, duration])
  return loaded
}
