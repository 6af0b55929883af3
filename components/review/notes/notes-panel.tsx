'use client'

import { useState } from 'react'
import { howMany } from '../../how-many'
import { guarded } from '../../guarded'
import { useInBrowser } from '../../in-browser'
import { DeletedLine } from '../../notes/deleted-line'
import { NoteCard } from '../../notes/note-card'
import { NoteComposer } from '../../notes/note-composer'
import { useNotes } from '../../notes/notes-context'
import { threadsOf, type Thread } from '../../notes/shown-notes'
import { Button } from '../../ui/button'
import { TeamVotes } from '../../votes/team-votes'
import { WHY_CLOSED } from '../../votes/vote-words'
import { useShowsColleagues, useVotes } from '../../votes/votes-context'
import { AboutChoice } from './about-choice'
import { NoteMoment } from './note-moment'
import { usePrinting } from '../print/use-printing'
import { NEW_NOTE, useCompose } from './use-compose'
import { useHere } from './use-here'
import { useOpenedNote } from './use-opened-note'

/** Notes with their replies, of which more are drawn only when they are asked for. */
const MOST_THREADS = 200

/** What the team says about this interview. */
export const NotesPanel = guarded('The notes', function NotesPanel() {
  const { isAtMoment, here } = useHere()
  const showsColleagues = useShowsColleagues()
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
      <TeamVotes />
      <DeletedLine />
      {about && (
        <div className="mb-4 print:hidden">
          <AboutChoice about={about} />
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
      <Button hidden={about !== null} className="mb-4 w-full print:hidden" onClick={() => composeHere(here())}>
        {isHalfWritten ? 'Go on with your note' : isAtMoment ? 'Add a note at this moment' : 'Add a note'}
      </Button>
      {!showsColleagues && <HiddenNotes />}
      {threads.length === 0 && !about && (
        <p className="text-muted">
          {showsColleagues ? 'No notes yet.' : 'You have written no note yet.'}{' '}
          <span className="pointer-coarse:hidden">Press C while you listen, or select</span>
          <span className="hidden pointer-coarse:inline">Add one while you listen, or select</span> words in the
          transcript. Everybody who may see this interview reads them; @ names a member, who finds the note under
          Review.
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
          Show {howMany(threads.length - shown.length, 'more note')}
        </Button>
      )}
    </>
  )
})

/** Apart, since a vote that is written is news with each letter. */
function HiddenNotes() {
  const { isClosed } = useVotes()
  return (
    <p className="mb-3 text-muted">
      Notes of colleagues are hidden {isClosed ? 'from you' : 'until you vote'}. Yours are here.
      {isClosed && ` ${WHY_CLOSED}`}
    </p>
  )
}

function holds({ note, replies }: Thread, id: string): boolean {
  return note.id === id || replies.some((reply) => reply.id === id)
}

function ThreadOfNotes({ thread: { note, replies }, openedAt }: { thread: Thread; openedAt: number }) {
  const { write } = useNotes()
  const [replying, setReplying] = useState(false)
  return (
    <>
      <NoteCard note={note} openedAt={openedAt} onReply={note.parentId === null ? () => setReplying(true) : undefined}>
        <NoteMoment about={note} />
      </NoteCard>
      {(replies.length > 0 || replying) && (
        <ol className="mt-2 space-y-2 border-s border-line ps-3">
          {replies.map((reply) => (
            <li key={reply.id}>
              <NoteCard note={reply} openedAt={openedAt} />
            </li>
          ))}
          {replying && (
            <li className="print:hidden">
              <NoteComposer
                label="Your reply"
                submit="Reply"
                // Under this name browsers keep what is half written.
                draft={`answer ${note.id}`}
                onSubmit={(body) => {
                  write({ parentId: note.id, body, at: null, quote: null })
                  setReplying(false)
                }}
                onCancel={() => setReplying(false)}
              />
            </li>
          )}
        </ol>
      )}
    </>
  )
}
