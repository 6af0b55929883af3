'use client'

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import useSWR from 'swr'
import type { Author, Note, NoteDraft, NotesOfInterview } from '@/lib/notes/note'
import { fetchJson, RequestFailed } from '../fetch-json'
import { shownNotes, type ShownNote } from './shown-notes'
import { useOutbox } from './use-outbox'

/** What the next note is about; null is the interview as a whole. */
export type About = Pick<NoteDraft, 'at' | 'quote'>

type Notes = {
  notes: ShownNote[]
  mentionable: Author[]
  /** Why the notes cannot be shown, or the last one not deleted. */
  problem: string | null
  write: (draft: NoteDraft) => void
  edit: (note: ShownNote, body: string) => void
  remove: (note: ShownNote) => void
  retry: (id: string) => void
  discard: (id: string) => void
  /** Null while no note is being written. */
  about: About | null
  compose: (about: About | null) => void
}

const NotesContext = createContext<Notes | null>(null)

type Props = { interviewId: string; me: Author; children: ReactNode }

export function NotesProvider({ interviewId, me, children }: Props) {
  const url = `/api/interviews/${encodeURIComponent(interviewId)}/notes`
  const { data, error, mutate } = useSWR(url, fetchJson<NotesOfInterview>)
  const [about, compose] = useState<About | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const onSent = useCallback(
    (note: Note) => void mutate((held) => withNote(held, note), { revalidate: false }),
    [mutate],
  )
  const { outbox, waiting } = useOutbox({ memberId: me.id, notesUrl: url, onSent })

  const remove = useCallback(
    async (note: ShownNote) => {
      outbox?.discard(note.id)
      setRefused(null)
      const gone = async (held?: NotesOfInterview) => {
        await fetchJson(`${url}/${note.id}`, { method: 'DELETE' })
        return withoutNote(held, note.id)
      }
      // Back again, with a sentence, where it could not be deleted.
      await mutate(gone, { optimisticData: (held) => withoutNote(held, note.id), populateCache: true }).catch(
        (failure: unknown) =>
          setRefused(failure instanceof RequestFailed ? failure.message : 'The note is still there.'),
      )
    },
    [outbox, mutate, url],
  )

  const value = useMemo<Notes>(
    () => ({
      notes: shownNotes(data?.notes ?? [], waiting, me),
      mentionable: data?.mentionable ?? [],
      problem: refused ?? (error instanceof RequestFailed && !data ? error.message : null),
      write: (draft) => outbox?.put(crypto.randomUUID(), draft),
      edit: ({ id, parentId, at, quote }, body) => outbox?.put(id, { parentId, at, quote, body }),
      remove: (note) => void remove(note),
      retry: (id) => outbox?.retry(id),
      discard: (id) => outbox?.discard(id),
      about,
      compose,
    }),
    [data, error, waiting, me, refused, outbox, remove, about],
  )
  return <NotesContext value={value}>{children}</NotesContext>
}

export function useNotes(): Notes {
  const notes = useContext(NotesContext)
  if (!notes) throw new Error('useNotes needs a NotesProvider above it')
  return notes
}

function withNote(held: NotesOfInterview | undefined, note: Note): NotesOfInterview {
  const { notes = [], mentionable = [] } = held ?? {}
  const isHeld = notes.some(({ id }) => id === note.id)
  return { mentionable, notes: isHeld ? notes.map((old) => (old.id === note.id ? note : old)) : [...notes, note] }
}

/** A note that was answered stays as a place for its answers. */
function withoutNote(held: NotesOfInterview | undefined, noteId: string): NotesOfInterview {
  const { notes = [], mentionable = [] } = held ?? {}
  const isAnswered = notes.some(({ parentId }) => parentId === noteId)
  return {
    mentionable,
    notes: isAnswered
      ? notes.map((note) => (note.id === noteId ? { ...note, body: '', quote: null, deleted: true } : note))
      : notes.filter(({ id }) => id !== noteId),
  }
}
