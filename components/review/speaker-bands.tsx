import { memo } from 'react'
import type { SegmentTime } from './segment-time'

type Props = { times: SegmentTime[]; duration: number }

/** Two lanes, so that talking at once is seen: the candidate above, everybody else below. */
export const SpeakerBands = memo(function SpeakerBands({ times, duration }: Props) {
  return (
    <svg
      aria-hidden="true"
      preserveAspectRatio="none"
      viewBox={`0 0 ${duration || 1} 36`}
      className="absolute inset-0 size-full"
    >
      <path d={lane(times, { candidate: true, top: 2, height: 18 })} fill="var(--color-accent)" />
      <path d={lane(times, { candidate: false, top: 23, height: 11 })} fill="var(--color-agent)" />
    </svg>
  )
})

type Lane = { candidate: boolean; top: number; height: number }

/** One path a lane: a thousand segments are still two elements. */
function lane(times: SegmentTime[], { candidate, top, height }: Lane): string {
  return times
    .filter((segment) => (segment.speaker === 'candidate') === candidate)
    .flatMap(({ start, end }) =>
      start === null || end === null ? [] : [`M${start} ${top}H${end}v${height}H${start}z`],
    )
    .join('')
}
