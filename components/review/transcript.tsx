import type { Interview } from '@/lib/interviews/interview'
import type { SegmentTime } from './segment-time'
import { TranscriptFollower } from './transcript-follower'
import style from './transcript.module.css'
import { TranscriptSegment } from './transcript-segment'

type Props = { interview: Interview; times: SegmentTime[] }

/** The segments are rendered on the server, one text node each; the follower finds its words in them. */
export function Transcript({ interview, times }: Props) {
  const { id, segments, questions, candidate, language } = interview
  const mapped = new Set(questions.flatMap((question) => question.segments))
  const name = candidate.name?.split(/\s+/u)[0] ?? 'Candidate'

  if (segments.length === 0) {
    return (
      <p className="px-4 py-12 text-center text-muted lg:px-6">
        There is no transcript yet. Ribbon adds it some minutes after the call.
      </p>
    )
  }
  return (
    <TranscriptFollower interviewId={id} times={times}>
      <ol aria-label="Transcript" lang={language ?? undefined} className={style.segments}>
        {segments.map((segment, index) => (
          <TranscriptSegment
            key={index}
            index={index}
            segment={segment}
            name={name}
            aside={mapped.size > 0 && !mapped.has(index)}
          />
        ))}
      </ol>
    </TranscriptFollower>
  )
}
