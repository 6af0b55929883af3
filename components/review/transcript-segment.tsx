import type { Segment } from '@/lib/interviews/interview'
import { formatDuration } from '../duration'
import { speakerName } from './speaker-name'

type Props = { index: number; segment: Segment; name: string; aside: boolean }

/** `aside` is talk that belongs to no question: greetings, banter, goodbyes. */
export function TranscriptSegment({ index, segment, name, aside }: Props) {
  const { speaker, start, text } = segment
  return (
    <li
      data-segment={index}
      data-candidate={speaker === 'candidate' ? '' : undefined}
      data-aside={aside ? '' : undefined}
      tabIndex={index === 0 ? 0 : -1}
    >
      <span>{formatDuration(start)}</span>
      <b dir="auto">{speakerName(speaker, name)}</b>
      <p dir="auto">{text}</p>
    </li>
  )
}
