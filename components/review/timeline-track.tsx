import { useEffect, useState } from 'react'
import type { Span } from '@/lib/interviews/speech'
import { usePlayback } from './playback-context'

type Props = { duration: number; heard: readonly Span[] }

/** Under the picture of the talk: how much of the recording is loaded, and over it what this member has heard. */
export function TimelineTrack({ duration, heard }: Props) {
  const loaded = useLoaded()
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

function useLoaded(): Span[] {
  const playback = usePlayback()
  const [loaded, setLoaded] = useState<Span[]>([])
  useEffect(
    () =>
      playback.onBuffered((ranges) =>
        setLoaded(
          Array.from({ length: ranges.length }, (_, index) => ({ start: ranges.start(index), end: ranges.end(index) })),
        ),
      ),
    [playback],
  )
  return loaded
}
