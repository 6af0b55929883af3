'use client'

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import useSWR from 'swr'
import type { Author, Note, NoteDraft, NotesOfInterview } from '@/lib/notes/note'
import { fetchJson, RequestFailed } from '../fetch-json'
import { Drafts } from './drafts'
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
  drafts: Drafts
}

const NONE: Note[] = []
const NotesContext = createContext<Notes | null>(null)

type Props = { interviewId: string; me: Author; children: ReactNode }

export function NotesProvider({ interviewId, me, children }: Props) {
  const url = `/api/interviews/${encodeURIComponent(interviewId)}/notes`
  const { data, error, mutate } = useSWR(url, fetchJson<NotesOfInterview>)
  const [about, compose] = useState<About | null>(null)
  const [removing, setRemoving] = useState<string[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  const onSent = useCallback((note: Note) => void mutate((held) => withNote(held, note)), [mutate])
  const { outbox, waiting } = useOutbox({ memberId: me.id, notesUrl: url, onSent })

  const remove = useCallback(
    async ({ id }: ShownNote) => {
      setRefused(null)
      setRemoving((ids) => [...ids, id])
      const isStored = (await outbox?.takeBack(id)) || data?.notes.some((held) => held.id === id)
      const failure = isStored
        ? await fetchJson(`${url}/${id}`, { method: 'DELETE' }).then(() => null, sentenceOf)
        : null
      setRefused(failure)
      if (failure === null) await mutate((held) => held && { ...held, notes: withoutNote(held.notes, id) })
      // Where it could not be deleted it is back again, under the sentence.
      setRemoving((ids) => ids.filter((other) => other !== id))
    },
    [data, outbox, mutate, url],
  )

  const drafts = useMemo(() => new Drafts(`debrief-draft ${me.id} ${interviewId}`), [me.id, interviewId])
  const value = useMemo<Notes>(
    () => ({
      notes: shownNotes(removing.reduce(withoutNote, data?.notes ?? NONE), waiting, me),
      mentionable: data?.mentionable ?? [],
      problem: refused ?? (error instanceof RequestFailed && !data ? error.message : null),
      write: (draft) => outbox?.put(crypto.randomUUID(), draft),
      edit: ({ id, parentId, at, quote }, body) => outbox?.put(id, { parentId, at, quote, body }),
      remove: (note) => void remove(note),
      retry: (id) => outbox?.retry(id),
      discard: (id) => outbox?.discard(id),
      about,
      compose,
      drafts,
    }),
    [data, error, waiting, me, refused, removing, outbox, remove, about, drafts],
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
function withoutNote(notes: Note[], noteId: string): Note[] {
  const isAnswered = notes.some(({ parentId }) => parentId === noteId)
  if (!isAnswered) return notes.filter(({ id }) => id !== noteId)
  return notes.map((note) => (note.id === noteId ? { ...note, body: '', quote: null, deleted: true } : note))
}

function sentenceOf(failure: unknown): string {
  return failure instanceof RequestFailed ? failure.message : 'The note could not be deleted. Try again.'
}
