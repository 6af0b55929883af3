'use client'

import { MessageSquare } from 'lucide-react'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useNotes } from '../notes/notes-context'
import type { ShownNote } from '../notes/shown-notes'
import { paint } from './paint'
import { usePanel } from './panel-context'
import { useReview } from './review-context'
import { rangeOfOriginal } from './segment-text'
import type { SegmentTime } from './segment-time'
import { saidElement, segmentElement } from './transcript-place'
import style from './transcript.module.css'

const HIGHLIGHT = 'noted-words'

/** In the margin of the transcript: where something has been noted. The words themselves are underlined. */
export function NoteMarkers() {
  const { notes } = useNotes()
  const { times } = useReview()
  const { choose } = usePanel()
  useNotedWords(notes)

  const open = (note: ShownNote) => {
    choose('notes')
    // The panel is drawn first.
    requestAnimationFrame(() => document.getElementById(`note-${note.id}`)?.scrollIntoView({ block: 'nearest' }))
  }
  const tied = notes.flatMap((note) => {
    const segment = note.deleted || note.parentId !== null ? null : segmentOf(note, times)
    return segment === null ? [] : { note, segment }
  })
  return [...new Set(tied.map(({ segment }) => segment))].map((segment) => {
    const here = tied.filter((one) => one.segment === segment).map(({ note }) => note)
    const element = segmentElement(document, segment)
    const [first] = here
    if (!element || !first) return null
    return createPortal(
      <button
        type="button"
        tabIndex={-1}
        aria-label={here.length === 1 ? 'Open the note' : `Open the ${here.length} notes`}
        title={here.map(({ author, body }) => `${author.email}: ${body}`).join('\n')}
        className={style.marker}
        onClick={(event) => {
          event.stopPropagation()
          open(first)
        }}
      >
        <MessageSquare size={13} aria-hidden="true" />
        {here.length > 1 && here.length}
      </button>,
      element,
      String(segment),
    )
  })
}

/** The segment of the words, or the one that is being said at the moment. */
function segmentOf({ at, quote }: ShownNote, times: SegmentTime[]): number | null {
  if (quote) return quote.segment
  if (at === null) return null
  const begun = times.flatMap(({ start }, index) => (start !== null && start <= at ? { start, index } : []))
  return begun.toSorted((a, b) => b.start - a.start)[0]?.index ?? 0
}

function useNotedWords(notes: ShownNote[]) {
  useEffect(() => {
    const ranges = notes.flatMap(({ quote }) => {
      const said = quote && saidElement(document, quote.segment)
      return (said && rangeOfOriginal(said, quote)) ?? []
    })
    paint(HIGHLIGHT, ranges)
    return () => paint(HIGHLIGHT, [])
  }, [notes])
}
