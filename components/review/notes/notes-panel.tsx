'use client'

import { useState } from 'react'
import { guarded } from '../../guarded'
import { useInBrowser } from '../../in-browser'
import { DeletedLine } from '../../notes/deleted-line'
import { NoteCard } from '../../notes/note-card'
import { NoteComposer } from '../../notes/note-composer'
import { useNotes } from '../../notes/notes-context'
import { threadsOf, type Thread } from '../../notes/shown-notes'
import { Button } from '../../ui/button'
import { NoteMoment } from './note-moment'
import { usePlayback } from '../../player/playback-context'
import { usePrinting } from '../print/use-printing'
import { NEW_NOTE, useCompose } from './use-compose'
import { useOpenedNote } from './use-opened-note'

/** Notes with their answers, of which more are drawn only when they are asked for. */
const MOST_THREADS = 200

/** What the team says about this interview. */
export const NotesPanel = guarded('The notes', function NotesPanel() {
  const playback = usePlayback()
  const { notes, problem, write, about, compose, drafts } = useNotes()
  const composeHere = useCompose()
  const [openedAt] = useState(Date.now)
  const openedNote = useOpenedNote()
  const printing = usePrinting()
  const [wantsAll, setWantsAll] = useState(false)
  const isHalfWritten = useInBrowser(() => drafts.find(NEW_NOTE) !== null, false)
  const threads = threadsOf(notes)
  const first = threads.slice(0, MOST_THREADS)
  const isAmongFirst = openedNote === null || first.some((thread) => holds(thread, openedNote))
  const shown = wantsAll || printing || !isAmongFirst ? threads : first

  return (
    <>
      {problem && (
        <p role="alert" className="mb-3 rounded-md bg-bad-soft px-3 py-2">
          {problem}
        </p>
      )}
      <DeletedLine />
      {about && (
        <div className="mb-4 print:hidden">
          <div className="flex items-start justify-between gap-2">
            <NoteMoment about={about} />
            {(about.at !== null || about.quote !== null) && (
              <Button
                look="quiet"
                size="small"
                className="ml-auto text-xs"
                onClick={() => compose({ at: null, quote: null })}
              >
                About the whole interview
              </Button>
            )}
          </div>
          <NoteComposer
            label="New note"
            submit="Add note"
            draft={NEW_NOTE}
            about={about}
            onSubmit={(body) => {
              write({ ...about, body, parentId: null })
              compose(null)
            }}
            onCancel={() => compose(null)}
          />
        </div>
      )}
      {/* It stays there, so that the focus can come back to it. */}
      <Button
        hidden={about !== null}
        className="mb-4 w-full print:hidden"
        onClick={() => composeHere({ at: playback.time, quote: null })}
      >
        {isHalfWritten ? 'Go on with your note' : 'Add a note at this moment'}
      </Button>
      {threads.length === 0 && !about && (
        <p className="text-muted">
          No notes yet. Press C while you listen, or select words in the transcript. Everybody who may see this
          interview reads them; @ names a member, who finds the note on their home.
        </p>
      )}
      <ol className="space-y-4">
        {shown.map((thread) => (
          <li key={thread.note.id} className="border-b border-line pb-3 last:border-0">
            <ThreadOfNotes thread={thread} openedAt={openedAt} />
          </li>
        ))}
      </ol>
      {shown.length < threads.length && (
        <Button className="mt-4 w-full" onClick={() => setWantsAll(true)}>
          Show {(threads.length - shown.length).toLocaleString('en')} more notes
        </Button>
      )}
    </>
  )
})

function holds({ note, answers }: Thread, id: string): boolean {
  return note.id === id || answers.some((answer) => answer.id === id)
}

function ThreadOfNotes({ thread: { note, answers }, openedAt }: { thread: Thread; openedAt: number }) {
  const { write } = useNotes()
  const [answering, setAnswering] = useState(false)
  return (
    <>
      <NoteCard
        note={note}
        openedAt={openedAt}
        onAnswer={note.parentId === null ? () => setAnswering(true) : undefined}
      >
        <NoteMoment about={note} />
      </NoteCard>
      {(answers.length > 0 || answering) && (
        <ol className="mt-2 space-y-2 border-s border-line ps-3">
          {answers.map((answer) => (
            <li key={answer.id}>
              <NoteCard note={answer} openedAt={openedAt} />
            </li>
          ))}
          {answering && (
            <li className="print:hidden">
              <NoteComposer
                label="Your answer"
                submit="Answer"
                draft={`answer ${note.id}`}
                onSubmit={(body) => {
                  write({ parentId: note.id, body, at: null, quote: null })
                  setAnswering(false)
                }}
                onCancel={() => setAnswering(false)}
              />
            </li>
          )}
        </ol>
      )}
    </>
  )
}
