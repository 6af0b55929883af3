import { useEffect, useState, type ReactNode } from 'react'
import type { TimeSpan } from '@/lib/transcript/speech'
import { usePlayback } from './playback-context'

/** Of the whole width. */
const STEPS = 200

/** Under the picture of the talk: how much of the recording is loaded, and over it the lines that are `children`. */
export function TimelineTrack({ duration, children }: { duration: number; children: ReactNode }) {
  const loaded = useBuffered(duration)
  return (
    <svg
      aria-hidden="true"
      preserveAspectRatio="none"
      viewBox={`0 0 ${duration || 1} 3`}
      className="mt-1 block h-[3px] w-full rounded-full bg-line"
    >
      <TrackLines spans={loaded} color="var(--color-edge)" />
      {children}
    </svg>
  )
}

type LinesProps = { spans: readonly TimeSpan[]; color?: string; top?: number }

/** From `top` down to the foot of the track, which is 3 high; in the colour that is around them unless they have one. */
export function TrackLines({ spans, color, top = 0 }: LinesProps) {
  return <path d={lines(spans, top)} fill={color} />
}

function lines(spans: readonly TimeSpan[], top = 0): string {
  return spans.map(({ start, end }) => `M${start} ${top}H${end}V3H${start}z`).join('')
}

/** In seconds, and so coarse that a recording that arrives bit by bit does not draw it anew for every bit. */
function useBuffered(duration: number): TimeSpan[] {
  const playback = usePlayback()
  const [loaded, setLoaded] = useState<TimeSpan[]>([])
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
