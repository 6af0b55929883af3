import type { ReactNode } from 'react'
import type { Interview } from '@/lib/interviews/interview'
import { guarded } from '../guarded'
import { Segments } from './segments'
import { TranscriptFollower } from './transcript-follower'

type Props = {
  interview: Pick<Interview, 'state' | 'segments' | 'questions' | 'language'>
  /** Beside the segments. */
  margin?: ReactNode
  /** For the words that are selected. */
  tools?: ReactNode
}

/** The segments are in the page's HTML; the follower finds its words in them. */
export const Transcript = guarded('The transcript', function Transcript({ interview, margin, tools }: Props) {
  const { state, segments, language } = interview
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
      <Segments texts={segments.map(({ text }) => text)} asides={asidesOf(interview)} language={language} />
    </TranscriptFollower>
  )
})

/** Greetings, banter, goodbyes; none where it is not known what belongs to a question. */
function asidesOf({ segments, questions }: Pick<Interview, 'segments' | 'questions'>): number[] {
  const mapped = new Set(questions.flatMap((question) => question.segments))
  return mapped.size === 0 ? [] : Array.from(segments.keys()).filter((index) => !mapped.has(index))
}
