import type { ReactNode } from 'react'
import type { Correction } from '@/lib/corrections/correction'
import type { Interview } from '@/lib/interviews/interview'
import { correctionsBySegment } from '@/lib/transcript/as-read'
import type { Segment } from '@/lib/transcript/transcript'
import { guarded } from '../guarded'
import { TranscriptFollower } from './transcript-follower'
import style from './transcript.module.css'
import { TranscriptSegment } from './transcript-segment'

/** So many are laid out at once when they come near the window. */
const A_STRETCH = 30

type Props = {
  interview: Interview
  name: string
  corrections: Correction[]
  /** Beside the segments. */
  margin?: ReactNode
  /** For the words that are selected. */
  tools?: ReactNode
}

/** The segments are rendered on the server, one text node each where nothing is corrected; the follower finds its words in them. */
export const Transcript = guarded('The transcript', function Transcript(props: Props) {
  const { interview, name, corrections, margin, tools } = props
  const { state, segments, questions, language } = interview
  const mapped = new Set(questions.flatMap((question) => question.segments))
  const corrected = correctionsBySegment(corrections)

  if (segments.length === 0) {
    return (
      <p className="px-4 py-12 text-center text-muted lg:px-6">
        {state === 'ready'
          ? 'Ribbon has no transcript of this interview.'
          : 'There is no transcript yet. Ribbon adds it some minutes after the call.'}
      </p>
    )
  }
  return (
    <TranscriptFollower margin={margin} tools={tools}>
      <div role="list" aria-label="Transcript" lang={language ?? undefined} className={style.segments}>
        {stretchesOf(segments).map(({ first, stretch }) => (
          <div key={first} className={style.stretch}>
            {stretch.map((segment, place) => (
              <TranscriptSegment
                key={first + place}
                index={first + place}
                segment={segment}
                name={name}
                corrections={corrected.get(first + place) ?? []}
                aside={mapped.size > 0 && !mapped.has(first + place)}
              />
            ))}
          </div>
        ))}
      </div>
    </TranscriptFollower>
  )
})

function stretchesOf(segments: Segment[]): { first: number; stretch: Segment[] }[] {
  return Array.from({ length: Math.ceil(segments.length / A_STRETCH) }, (_, index) => {
    const first = index * A_STRETCH
    return { first, stretch: segments.slice(first, first + A_STRETCH) }
  })
}
