'use client'

import { memberLabel } from '@/lib/members/member'
import { isolated } from '@/lib/text/legible'
import { attempted, nothing } from '../../guarded'
import { useNotes } from '../../notes/notes-context'
import { usePlaybackState } from '../../player/playback-context'

/** Over the timeline: where something is noted. */
export const NoteTicks = attempted(function NoteTicks() {
  const { duration } = usePlaybackState()
  const { notes } = useNotes()
  if (!duration) return null
  return notes.map(({ id, at, body, author, deleted }) =>
    at === null || deleted ? null : (
      <span
        key={id}
        data-note-tick
        title={`${isolated(memberLabel(author))}: ${isolated(body)}`}
        className="absolute top-0.5 size-3 -translate-x-1/2 after:absolute after:inset-[2.5px] after:rounded-full after:bg-accent forced-colors:after:bg-[Highlight]"
        style={{ left: `${(at / duration) * 100}%` }}
      />
    ),
  )
}, nothing)
