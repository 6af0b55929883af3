'use client'

import { Play } from '../../ui/icons'
import type { About } from '@/lib/notes/note'
import type { Quote } from '@/lib/transcript/quote'
import { guarded } from '../../guarded'
import { formatDuration } from '../../duration'
import { usePlayback } from '../../player/playback-context'
import { useTranscript } from '../../transcript/transcript-context'
import { useSpeaker } from '../../transcript/use-speaker'

type Props = { about: About }

/** What a note is about: the moment, which plays, and the words. */
export const NoteMoment = guarded('What this note is about', function NoteMoment({ about: { at, quote } }: Props) {
  const playback = usePlayback()
  const { playable } = useTranscript()
  const speakerOf = useSpeaker()
  if (at === null && quote === null) return null
  return (
    <div className="my-1 flex items-start gap-2">
      {at !== null && (
        <button
          type="button"
          disabled={!playable}
          aria-label={`Play from ${formatDuration(at)}`}
          onClick={() => playback.playFrom(at)}
          className="mt-0.5 inline-flex h-6 shrink-0 items-center justify-center gap-1 rounded bg-accent-soft px-1.5 text-xs font-medium text-accent numeric hover:bg-accent hover:text-on-accent disabled:pointer-events-none pointer-coarse:h-11 pointer-coarse:min-w-11"
        >
          {playable && <Play size={10} />}
          {formatDuration(at)}
        </button>
      )}
      {quote && (
        <blockquote
          dir="auto"
          className="line-clamp-3 min-w-0 border-s-2 border-line ps-2 whitespace-pre-line text-muted print:line-clamp-none"
        >
          {quotedLines(quote, speakerOf)}
        </blockquote>
      )}
    </div>
  )
})

/** With the names where several people speak: there is a line for each segment, unless one of them has no words. */
function quotedLines({ segment, text, until }: Quote, speakerOf: (segment: number) => string): string {
  const lines = text.split('\n')
  const names = lines.map((_, index) => speakerOf(segment + index))
  const isWhole = until !== undefined && until.segment - segment === lines.length - 1
  if (!isWhole || names.every((name) => name === names[0])) return text
  return lines.map((line, index) => `${names[index]}: ${line}`).join('\n')
}
