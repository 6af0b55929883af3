'use client'

import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import useSWR from 'swr'
import type { Author, Note, NoteDraft, NotesOfInterview } from '@/lib/notes/note'
import { fetchJson, RequestFailed } from '../fetch-json'
import { Drafts } from './drafts'
import { shownNotes, type ShownNote } from './shown-notes'
import { notesUrl } from './notes-url'
import { useOutbox } from './outbox-context'
import { useRemoval } from './use-removal'

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
  /** Brings back the note that was deleted last; null where that is over. */
  undoRemove: (() => void) | null
  retry: (id: string) => void
  discard: (id: string) => void
  /** Null while no note is being written. */
  about: About | null
  compose: (about: About | null) => void
  drafts: Drafts
}

const NONE: Note[] = []
const NotesContext = createContext<Notes | null>(null)

type Props = { interviewId: string; me: Author; children: ReactNode }

export function NotesProvider({ interviewId, me, children }: Props) {
  const url = notesUrl(interviewId)
  const { data, error, mutate } = useSWR(url, fetchJson<NotesOfInterview>)
  const [about, compose] = useState<About | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const { outbox, waiting } = useOutbox()
  useEffect(
    () =>
      outbox?.onSent((note, sent) => {
        if (sent.interviewId === interviewId) void mutate((held) => withNote(held, note))
      }),
    [outbox, interviewId, mutate],
  )

  const deleteNote = useCallback(
    async (id: string) => {
      const isStored = (await outbox?.takeBack(id)) || data?.notes.some((held) => held.id === id)
      const init = { method: 'DELETE', keepalive: true }
      const failure = isStored ? await fetchJson(`${url}/${id}`, init).then(() => null, sentenceOf) : null
      setRefused(failure)
      if (failure === null) await mutate((held) => held && { ...held, notes: withoutNote(held.notes, id) })
    },
    [data, outbox, mutate, url],
  )
  const { hidden, begin: beginRemoval, undo: undoRemove } = useRemoval(deleteNote)

  const drafts = useMemo(() => new Drafts(`debrief-draft ${me.id} ${interviewId}`), [me.id, interviewId])
  const unsentHere = useMemo(
    () => waiting.filter((unsent) => unsent.interviewId === interviewId),
    [waiting, interviewId],
  )
  const value = useMemo<Notes>(
    () => ({
      notes: hidden.reduce(withoutNote, shownNotes(data?.notes ?? NONE, unsentHere, me)),
      mentionable: data?.mentionable ?? [],
      problem: refused ?? (error instanceof RequestFailed && !data ? error.message : null),
      write: (draft) => outbox?.put(interviewId, crypto.randomUUID(), draft),
      edit: ({ id, parentId, at, quote }, body) => outbox?.put(interviewId, id, { parentId, at, quote, body }),
      remove: ({ id, unsent }) => {
        setRefused(null)
        // What has not been sent is not sent any more.
        outbox?.discard(id)
        beginRemoval({ id, bringBack: () => unsent && outbox?.put(interviewId, id, unsent.draft) })
      },
      undoRemove,
      retry: (id) => outbox?.retry(id),
      discard: (id) => outbox?.discard(id),
      about,
      compose,
      drafts,
    }),
    [data, error, unsentHere, me, refused, hidden, beginRemoval, undoRemove, outbox, interviewId, about, drafts],
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
function withoutNote<Held extends Note>(notes: Held[], noteId: string): Held[] {
  const isAnswered = notes.some(({ parentId }) => parentId === noteId)
  if (!isAnswered) return notes.filter(({ id }) => id !== noteId)
  return notes.map((note) => (note.id === noteId ? { ...note, body: '', quote: null, deleted: true } : note))
}

function sentenceOf(failure: unknown): string {
  return failure instanceof RequestFailed ? failure.message : 'The note could not be deleted. Try again.'
}
