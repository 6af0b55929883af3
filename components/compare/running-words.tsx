'use client'

import { useEffect, useMemo, useRef, type MouseEvent } from 'react'
import type { ComparedAnswer } from '@/lib/compare/compared'
import type { TimeSpan } from '@/lib/transcript/speech'
import { guarded } from '../guarded'
import { usePlayback } from '../player/playback-context'
import { isWithin, nextOf } from '../player/stretches'
import { DrawnSegments } from '../transcript/drawn-segments'
import { SpokenWords } from '../transcript/spoken-words'
import { placeOf } from '../transcript/text-position'
import { WordIndex } from '../transcript/word-index'

type Props = Pick<ComparedAnswer, 'segments' | 'words'> & {
  label: string
  /** It stands in a column beside others. */
  isInColumn: boolean
  /** What may be heard of the recording; none where there is none. */
  spans: readonly TimeSpan[]
  language: string | null
}

/** What was said to a question; the word that sounds is painted, and one that is clicked is played from. */
export const RunningWords = guarded('The words of this answer', function RunningWords(props: Props) {
  const { segments, words, label, isInColumn, spans, language } = props
  const canPlay = spans.length > 0
  const playback = usePlayback()
  const area = useRef<HTMLDivElement>(null)
  const index = useMemo(() => new WordIndex(words), [words])
  useEffect(() => {
    const spoken = new SpokenWords(new DrawnSegments(area))
    const show = (time: number) => {
      const { playing, spans: asked } = playback.state
      const news = spoken.newsOf(playing || asked ? index.at(time) : [])
      if (news) spoken.show(news)
      return index.changeAfter(time)
    }
    const leave = [playback.onTime(show), playback.onState(() => show(playback.time))]
    return () => {
      for (const stop of leave) stop()
      spoken.clear()
    }
  }, [index, playback])

  const playFromClick = (event: MouseEvent) => {
    if (!canPlay || document.getSelection()?.isCollapsed === false) return
    const place = placeOf(event.clientX, event.clientY)
    const word = place && index.wordAt(place.segment, place.offset)
    const start = word && (isWithin(spans, word.start) ? word.start : nextOf(spans, word.start)?.start)
    if (start !== undefined && start !== null) playback.playFrom(start)
  }
  return (
    <div ref={area} role="presentation" onClick={playFromClick} lang={language ?? undefined} className="max-w-[68ch]">
      {segments.map(({ speaker, text }, segment) => (
        <div key={segment} data-segment={segment}>
          <p
            dir="auto"
            className={`wrap-anywhere ${speaker === 'candidate' ? `mt-1 ${isInColumn ? '' : 'text-base'}` : 'mt-2 text-muted first:mt-0'} ${canPlay ? 'cursor-text' : ''}`}
          >
            {text}
          </p>
          <span className="sr-only">{speaker === 'candidate' ? `said by ${label}` : 'asked by the agent'}</span>
        </div>
      ))}
    </div>
  )
})
