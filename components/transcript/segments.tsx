'use client'

import { correctionsBySegment } from '@/lib/transcript/as-read'
import { A_STRETCH, FIRST_SEGMENTS } from './first-segments'
import { useTranscript } from './transcript-context'
import style from './transcript.module.css'
import { TranscriptSegment } from './transcript-segment'

type Props = {
  /** What is said in each. */
  texts: string[]
  /** Which belong to no question. */
  asides: number[]
  language: string | null
}

/**
 * One text node each where nothing is corrected. The page's data has what is said as texts, and the elements around it are in its HTML
 * alone: of a long talk the first ones, and room for the others, which the browser draws once it can use them.
 */
export function Segments({ texts, asides, language }: Props) {
  const { times, candidate, corrections, segments } = useTranscript()
  const corrected = correctionsBySegment(corrections)
  const apart = new Set(asides)
  const drawn = texts.slice(0, segments.areAll ? texts.length : FIRST_SEGMENTS).flatMap((text, index) => {
    const time = times[index]
    if (!time) return []
    return (
      <TranscriptSegment
        key={index}
        index={index}
        segment={{ ...time, text }}
        name={candidate}
        corrections={corrected.get(index) ?? []}
        aside={apart.has(index)}
      />
    )
  })
  return (
    <>
      {!segments.areAll && (
        <noscript>
          <p className="px-4 pt-3 text-muted lg:px-6">
            Only the beginning of what was said is shown: the rest comes where this page’s scripts run.
          </p>
        </noscript>
      )}
      <div
        role="list"
        aria-label="Transcript"
        lang={language ?? undefined}
        className={style.segments}
        data-part={segments.areAll ? undefined : ''}
      >
        {Array.from({ length: Math.ceil(texts.length / A_STRETCH) }, (_, stretch) => (
          <div key={stretch} className={style.stretch}>
            {drawn.slice(stretch * A_STRETCH, (stretch + 1) * A_STRETCH)}
          </div>
        ))}
      </div>
    </>
  )
}
