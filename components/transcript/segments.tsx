'use client'

import { correctionsBySegment } from '@/lib/transcript/as-read'
import { useTranscript } from './transcript-context'
import style from './transcript.module.css'
import { TranscriptSegment } from './transcript-segment'

/** So many are laid out at once when they come near the window. */
const A_STRETCH = 30

type Props = {
  /** What is said in each. */
  texts: string[]
  /** Which belong to no question. */
  asides: number[]
  language: string | null
}

/** One text node each where nothing is corrected. The page's data has what is said as texts, and the elements around it in its HTML alone. */
export function Segments({ texts, asides, language }: Props) {
  const { times, candidate, corrections } = useTranscript()
  const corrected = correctionsBySegment(corrections)
  const apart = new Set(asides)
  const drawn = texts.flatMap((text, index) => {
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
    <div role="list" aria-label="Transcript" lang={language ?? undefined} className={style.segments}>
      {Array.from({ length: Math.ceil(drawn.length / A_STRETCH) }, (_, stretch) => (
        <div key={stretch} className={style.stretch}>
          {drawn.slice(stretch * A_STRETCH, (stretch + 1) * A_STRETCH)}
        </div>
      ))}
    </div>
  )
}
