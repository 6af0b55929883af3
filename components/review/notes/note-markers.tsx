'use client'

import { MessageSquare } from '../../ui/icons'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { memberLabel } from '@/lib/members/member'
import type { Quote } from '@/lib/transcript/quote'
import { wordsIn } from '@/lib/text/fold'
import { isolated } from '@/lib/text/legible'
import { guarded } from '../../guarded'
import { useInBrowser } from '../../in-browser'
import { useNotes } from '../../notes/notes-context'
import type { ShownNote } from '../../notes/shown-notes'
import type { DrawnSegments } from '../../transcript/drawn-segments'
import { Paint } from '../../transcript/paint'
import { usePanel } from '../panels/panel-context'
import { notesBySegment } from './noted-segments'
import { originalText, rangeOfOriginal } from '../../transcript/segment-text'
import { useTranscript } from '../../transcript/transcript-context'
import style from './note-markers.module.css'

/** Segments of one quote that are underlined, and notes of one segment that its marker tells of. */
const [MOST_UNDERLINED, MOST_TOLD] = [200, 10]

/** In the margin of the transcript: where something has been noted. The words themselves are underlined. */
export const NoteMarkers = guarded('Where something was noted', function NoteMarkers() {
  const { notes } = useNotes()
  const { times } = useTranscript()
  const { choose } = usePanel()
  useNotedWords(notes)

  const open = (note: ShownNote) => {
    choose('notes')
    // The panel is drawn first.
    requestAnimationFrame(() => document.getElementById(`note-${note.id}`)?.scrollIntoView({ block: 'nearest' }))
  }
  return Array.from(notesBySegment(notes, times), ([segment, tied]) => (
    <Marker key={segment} segment={segment} notes={tied} open={open} />
  ))
})

type Props = { segment: number; notes: ShownNote[]; open: (note: ShownNote) => void }

/** Looks for its place once more after it is drawn: the transcript may be drawn together with it. */
function Marker({ segment, notes, open }: Props) {
  const { segments } = useTranscript()
  const place = useInBrowser(() => segments.element(segment), null)
  const [first] = notes
  if (!place || !first) return null
  return createPortal(
    <button
      type="button"
      tabIndex={-1}
      aria-label={notes.length === 1 ? 'Open the note' : `Open the ${notes.length} notes`}
      title={notes
        .slice(0, MOST_TOLD)
        .map(({ author, body }) => `${isolated(memberLabel(author))}: ${isolated(body)}`)
        .join('\n')}
      className={style.marker}
      onClick={(event) => {
        event.stopPropagation()
        open(first)
      }}
    >
      <MessageSquare size={13} />
      {notes.length > 1 && notes.length}
    </button>,
    place,
  )
}

function useNotedWords(notes: ShownNote[]) {
  const { segments, corrections } = useTranscript()
  useEffect(() => {
    const paint = new Paint('noted-words')
    paint.show(notes.flatMap(({ quote }) => (quote ? rangesOf(quote, segments) : [])))
    return () => paint.show([])
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- A correction brings other text nodes.
  }, [notes, segments, corrections])
}

/** None where neither Ribbon's text nor the corrected one says that any more; a long quote is only its beginning. */
function rangesOf({ segment, from, to, text, until }: Quote, segments: DrawnSegments): Range[] {
  const end = until ?? { segment, to }
  const parts: { range: Range; original: string }[] = []
  for (let index = segment; index <= Math.min(end.segment, segment + MOST_UNDERLINED); index++) {
    const said = segments.said(index)
    if (!said) return []
    const stretch = {
      from: index === segment ? from : 0,
      to: index === end.segment ? end.to : originalText(said).length,
    }
    const range = rangeOfOriginal(said, stretch)
    const original = originalText(said).slice(stretch.from, stretch.to)
    // What has no words in it has no line in the quote.
    if (range && wordsIn(original).length > 0) parts.push({ range, original })
  }
  const isQuoted = (texts: string[]) =>
    texts
      .map((said) => said.trim())
      .join('\n')
      .startsWith(text)
  const stands = isQuoted(parts.map(({ range }) => range.toString())) || isQuoted(parts.map(({ original }) => original))
  return stands ? parts.map(({ range }) => range) : []
}
