'use client'

import { useLayoutEffect, useState } from 'react'
import { guarded } from '../../guarded'
import { useTranscript } from '../../transcript/transcript-context'
import { useSpeaker } from '../../transcript/use-speaker'

type Props = { id: string; segments: number[] }

/** What was said to one question, as it stands in the transcript; `segments` are indices. */
export const AnswerWords = guarded('The words of this answer', function AnswerWords({ id, segments }: Props) {
  const { segments: drawn, times, corrections } = useTranscript()
  const speakerOf = useSpeaker()
  const [said, setSaid] = useState<string[]>([])
  // What is corrected meanwhile is read once it stands there.
  useLayoutEffect(
    () => setSaid(segments.map((segment) => drawn.said(segment)?.textContent ?? '')),
    [drawn, segments, corrections],
  )
  return (
    <div id={id} className="px-2 pb-3 pl-8 print:hidden">
      {segments.map((segment, place) => (
        <p
          key={segment}
          dir="auto"
          className={times[segment]?.speaker === 'candidate' ? 'mt-1 text-base' : 'mt-2 text-muted first:mt-0'}
        >
          <span className="sr-only">{speakerOf(segment)}: </span>
          {said[place]}
        </p>
      ))}
    </div>
  )
})
