import type { Correction } from '@/lib/corrections/correction'
import type { Interview } from '@/lib/interviews/interview'
import { TranscriptFollower } from './transcript-follower'
import style from './transcript.module.css'
import { TranscriptSegment } from './transcript-segment'

type Props = { interview: Interview; name: string; corrections: Correction[] }

/** The segments are rendered on the server, one text node each where nothing is corrected; the follower finds its words in them. */
export function Transcript({ interview, name, corrections }: Props) {
  const { segments, questions, language } = interview
  const mapped = new Set(questions.flatMap((question) => question.segments))

  if (segments.length === 0) {
    return (
      <p className="px-4 py-12 text-center text-muted lg:px-6">
        There is no transcript yet. Ribbon adds it some minutes after the call.
      </p>
    )
  }
  return (
    <TranscriptFollower>
      <ol aria-label="Transcript" lang={language ?? undefined} className={style.segments}>
        {segments.map((segment, index) => (
          <TranscriptSegment
            key={index}
            index={index}
            segment={segment}
            name={name}
            corrections={corrections.filter((correction) => correction.segment === index)}
            aside={mapped.size > 0 && !mapped.has(index)}
          />
        ))}
      </ol>
    </TranscriptFollower>
  )
}
