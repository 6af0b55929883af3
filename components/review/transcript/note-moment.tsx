'use client'

import { Play } from 'lucide-react'
import { formatDuration } from '../../duration'
import type { About } from '../../notes/notes-context'
import { usePlayback } from '../player/playback-context'
import { useReview } from '../review-context'

/** What a note is about: the moment, which plays, and the words. */
export function NoteMoment({ about: { at, quote } }: { about: About }) {
  const playback = usePlayback()
  const { playable } = useReview()
  if (at === null && quote === null) return null
  return (
    <div className="my-1 flex items-start gap-2">
      {at !== null && (
        <button
          type="button"
          disabled={!playable}
          aria-label={`Play from ${formatDuration(at)}`}
          onClick={() => playback.playFrom(at)}
          className="mt-0.5 inline-flex h-6 shrink-0 items-center gap-1 rounded bg-accent-soft px-1.5 text-xs font-medium text-accent numeric hover:bg-accent hover:text-on-accent disabled:pointer-events-none"
        >
          {playable && <Play size={10} aria-hidden="true" />}
          {formatDuration(at)}
        </button>
      )}
      {quote && (
        <blockquote
          dir="auto"
          className="line-clamp-3 min-w-0 border-s-2 border-line ps-2 whitespace-pre-line text-muted print:line-clamp-none"
        >
          {quote.text}
        </blockquote>
      )}
    </div>
  )
}
