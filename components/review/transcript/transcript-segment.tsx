import { readingsOf, type Correction } from '@/lib/corrections/correction'
import type { Segment } from '@/lib/interviews/interview'
import { formatDuration } from '../../duration'
import { Corrected } from './corrected'
import { segmentId } from './segment-id'
import { speakerName } from './speaker-name'

type Props = { index: number; segment: Segment; name: string; aside: boolean; corrections: Correction[] }

/** `aside` is talk that belongs to no question: greetings, banter, goodbyes. */
export function TranscriptSegment({ index, segment, name, aside, corrections }: Props) {
  const { speaker, start, text } = segment
  return (
    <div
      role="listitem"
      id={segmentId(index)}
      data-segment={index}
      data-candidate={speaker === 'candidate' ? '' : undefined}
      data-aside={aside ? '' : undefined}
      tabIndex={index === 0 ? 0 : -1}
    >
      <span>{formatDuration(start)}</span>
      <b dir="auto">{speakerName(speaker, name)}</b>
      <p dir="auto">
        {corrections.length === 0
          ? text
          : readingsOf(text, corrections).map(({ text, correction }) =>
              correction ? <Corrected key={correction.id} text={text} correction={correction} /> : text,
            )}
      </p>
    </div>
  )
}
