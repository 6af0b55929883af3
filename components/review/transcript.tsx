import type { Interview } from '@/lib/interviews/interview'
import { TranscriptFollower } from './transcript-follower'
import { TranscriptSegment } from './transcript-segment'

type Props = { interview: Interview }

/** The segments are rendered on the server, one text node each; the follower finds its words in them. */
export function Transcript({ interview }: Props) {
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
    <TranscriptFollower interviewId={id} segments={segments}>
      <ol aria-label="Transcript" lang={language ?? undefined} className="px-2 py-3 lg:px-4">
        {segments.map((segment, index) => (
          <TranscriptSegment
            key={index}
            index={index}
            segment={segment}
            name={name}
            dimmed={mapped.size > 0 && !mapped.has(index)}
          />
        ))}
      </ol>
    </TranscriptFollower>
  )
}
