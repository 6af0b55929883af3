'use client'

import { useState, type ReactNode } from 'react'
import { memberLabel, memberTitle } from '@/lib/members/member'
import { guarded } from '../guarded'
import { exactTime } from '../exact-time'
import { useInBrowser } from '../in-browser'
import { useNow } from '../now'
import { TimeAgo } from '../time-ago'
import { Button } from '../ui/button'
import { leaveFocusTo } from '../ui/leave-focus-to'
import { NoteComposer } from './note-composer'
import { useNotes } from './notes-context'
import { NoteText } from './note-text'
import type { ShownNote } from './shown-notes'
import { UnsentLine } from './unsent-line'

/** `openedAt`: when the page began to show notes, in milliseconds. */
type Props = { note: ShownNote; openedAt: number; onReply?: () => void; children?: ReactNode }

/** `children` is what the note is about. */
export const NoteCard = guarded('This note', function NoteCard({ note, openedAt, onReply, children }: Props) {
  const { edit, remove } = useNotes()
  const now = useNow(openedAt)
  const writtenAt = useInBrowser(() => exactTime(note.createdAt), note.createdAt)
  const [editing, setEditing] = useState(false)
  if (note.deleted) return <p className="py-1 text-muted">This note was deleted by its author.</p>
  return (
    <article id={`note-${note.id}`} aria-label={`Note by ${memberLabel(note.author)}`} className="group/note">
      <p className="flex items-baseline gap-2 text-xs text-muted">
        <span className="min-w-0 truncate font-medium text-ink" title={memberTitle(note.author)}>
          <bdi className={note.isMine ? 'hidden print:inline' : ''}>{memberLabel(note.author)}</bdi>
          {note.isMine && <span className="print:hidden">You</span>}
        </span>
        <span className="whitespace-nowrap">
          <span className="print:hidden">
            <TimeAgo at={note.createdAt} now={now} />
          </span>
          <span className="hidden print:inline">{writtenAt}</span>
          {note.editedAt !== null && ', edited'}
        </span>
      </p>
      {children}
      {editing && (
        <div className="print:hidden">
          <NoteComposer
            label="Your note"
            submit="Save"
            draft={`edit ${note.id}`}
            initial={note.body}
            onSubmit={(body) => {
              edit(note, body)
              setEditing(false)
            }}
            onCancel={() => setEditing(false)}
          />
        </div>
      )}
      <div className={editing ? 'hidden print:block' : ''}>
        <NoteText body={note.body} />
      </div>
      {note.unsent && <UnsentLine unsent={note.unsent} />}
      <p hidden={editing} className="-ml-2 flex print:hidden">
        {onReply && (
          <Button look="quiet" size="small" className="text-xs" onClick={onReply}>
            Reply
          </Button>
        )}
        {note.isMine && (
          <>
            <Button look="quiet" size="small" className="text-xs" onClick={() => setEditing(true)}>
              Edit
            </Button>
            <Button
              look="quiet"
              size="small"
              className="text-xs"
              onClick={(event) => {
                leaveFocusTo(event.currentTarget.closest<HTMLElement>('[role=tabpanel]'))
                remove(note)
              }}
            >
              Delete
            </Button>
          </>
        )}
      </p>
    </article>
  )
})
