import type { Correction } from '@/lib/corrections/correction'
import { beginningOf } from '@/lib/text/legible'
import { readingsOf } from '@/lib/transcript/as-read'
import type { Segment } from '@/lib/transcript/transcript'
import { howMany } from '../how-many'
import { formatDuration } from '../duration'
import { tried } from '../guarded'
import { Corrected } from './corrected'
import { speakerName } from '@/lib/transcript/speaker-name'

/** UTF-16 units; a browser takes seconds to lay out what is many times that. */
const LONGEST_SHOWN = 50_000

type Props = { index: number; segment: Segment; name: string; aside: boolean; corrections: Correction[] }

/** `aside` is talk that belongs to no question: greetings, banter, goodbyes. */
export const TranscriptSegment = tried(function TranscriptSegment(props: Props) {
  const { index, segment, name, aside, corrections } = props
  const { speaker, start } = segment
  const text = beginningOf(segment.text, LONGEST_SHOWN)
  const missing = segment.text.length - text.length
  return (
    <div
      role="listitem"
      data-segment={index}
      data-candidate={speaker === 'candidate' ? '' : undefined}
      data-aside={aside ? '' : undefined}
      data-at={formatDuration(start)}
      tabIndex={index === 0 ? 0 : -1}
    >
      <b dir="auto">{speakerName(speaker, name)}</b>
      <p dir="auto">
        {corrections.length === 0
          ? text
          : readingsOf(text, corrections).map(({ text, correction }) =>
              correction ? <Corrected key={correction.id} text={text} correction={correction} /> : text,
            )}
      </p>
      {missing > 0 && <small>{howMany(missing, 'more character is', 'more characters are')} not shown.</small>}
    </div>
  )
}, SegmentNotDrawn)

/** Goes on to be one of the list, without anything said in it. */
function SegmentNotDrawn({ index }: Props) {
  return (
    <div role="listitem" data-segment={index} tabIndex={index === 0 ? 0 : -1}>
      <small role="alert">What is said here could not be drawn. Everything else on this page works.</small>
    </div>
  )
}
