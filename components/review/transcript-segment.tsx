import type { Segment } from '@/lib/interviews/interview'
import { formatDuration } from '../duration'

type Props = { index: number; segment: Segment; name: string; dimmed: boolean }

const AGENT = { agent: 'Agent', other: 'Other' } as const

/** `dimmed` is talk that belongs to no question: greetings, banter, goodbyes. */
export function TranscriptSegment({ index, segment, name, dimmed }: Props) {
  const isCandidate = segment.speaker === 'candidate'
  const speaker = segment.speaker === 'candidate' ? name : AGENT[segment.speaker]
  return (
    <li
      data-segment={index}
      tabIndex={index === 0 ? 0 : -1}
      className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 rounded-md px-2 py-1.5 [contain-intrinsic-size:auto_60px] [content-visibility:auto] aria-[current=true]:bg-accent-soft/60 lg:grid-cols-[3rem_5rem_minmax(0,68ch)]"
    >
      <span className="row-span-2 pt-0.5 text-right text-xs text-faint numeric lg:row-span-1">
        {formatDuration(segment.start)}
      </span>
      <span
        title={speaker}
        className={`truncate pt-0.5 text-xs font-medium ${isCandidate ? 'text-accent' : 'text-faint'}`}
      >
        <bdi>{speaker}</bdi>
      </span>
      <p
        dir="auto"
        data-said
        className={`cursor-text text-base wrap-break-word ${isCandidate && !dimmed ? 'text-ink' : 'text-muted'}`}
      >
        {segment.text}
      </p>
    </li>
  )
}
