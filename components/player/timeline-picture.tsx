import { memo, type ReactNode } from 'react'
import type { Segment } from '@/lib/transcript/transcript'
import { gapsOf } from '@/lib/transcript/listening'
import type { TimeSpan } from '@/lib/transcript/speech'
import { attempted, nothing } from '../guarded'

/** Who speaks, and when. */
export type Turn = Pick<Segment, 'speaker' | 'start' | 'end'>

type Props = {
  times: Turn[]
  duration: number
  /** What is listened to; null is everything. */
  spans: readonly TimeSpan[] | null
  /** Drawn over it. */
  children: ReactNode
}

const Picture = attempted(function Picture({ times, duration, spans, children }: Props) {
  return (
    <svg
      aria-hidden="true"
      preserveAspectRatio="none"
      viewBox={`0 0 ${duration || 1} 36`}
      className="absolute inset-0 size-full"
    >
      <path d={lane(times, { candidate: true, top: 2, height: 18 })} fill="var(--color-accent)" />
      <path d={lane(times, { candidate: false, top: 23, height: 11 })} fill="var(--color-agent)" />
      {spans && <path d={boxes(gapsOf(spans, duration), 0, 36)} fill="var(--color-canvas)" fillOpacity={0.72} />}
      {children}
    </svg>
  )
}, nothing)

/**
 * Two lanes, so that talking at once is seen: the candidate above, everybody else below. What is not listened to is faded. One path each: a thousand segments are still one element.
 */
export const TimelinePicture = memo(Picture)

/** Struck through it, at these times in seconds. */
export function TimelineStrokes({ times, color }: { times: number[]; color: string }) {
  return (
    <path
      d={times.map((time) => `M${time} 0V36`).join('')}
      stroke={color}
      strokeWidth={2}
      vectorEffect="non-scaling-stroke"
    />
  )
}

type Lane = { candidate: boolean; top: number; height: number }

function lane(times: Turn[], { candidate, top, height }: Lane): string {
  const spans = times
    .filter((segment) => (segment.speaker === 'candidate') === candidate)
    .flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
  return boxes(spans, top, height)
}

function boxes(spans: readonly TimeSpan[], top: number, height: number): string {
  return spans.map(({ start, end }) => `M${start} ${top}H${end}v${height}H${start}z`).join('')
}
