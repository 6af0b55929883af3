'use client'

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import useSWR from 'swr'
import type { About, Note, NoteDraft, NotesOfInterview } from '@/lib/notes/note'
import type { Author } from '@/lib/members/member'
import { fetchJson, RequestFailed } from '../fetch-json'
import { memberKey } from '../kept-keys'
import { swrKeys } from '../swr-keys'
import { Drafts } from './drafts'
import { shownNotes, type ShownNote } from './shown-notes'
import { useOutbox } from './outbox-context'
import { UNDO_MS } from './outbox'

type Notes = {
  notes: ShownNote[]
  /** Oneself comes last. */
  mentionable: Author[]
  /** Why the notes cannot be shown. */
  problem: string | null
  write: (draft: NoteDraft) => void
  edit: (note: ShownNote, body: string) => void
  remove: (note: ShownNote) => void
  /** The note that was deleted last; null where it cannot be brought back any more. */
  removed: string | null
  undoRemove: () => void
  retry: (id: string) => void
  discard: (id: string) => void
  /** Null while no note is being written. */
  about: About | null
  compose: (about: About | null) => void
  drafts: Drafts
}

/** `draft` is what of it had not been sent. */
type Removed = { id: string; draft: NoteDraft | null }

const NONE: Note[] = []
const NotesContext = createContext<Notes | null>(null)

type Props = { interviewId: string; me: Author; children: ReactNode }

export function NotesProvider({ interviewId, me, children }: Props) {
  const url = swrKeys.notes(interviewId)
  const { data, error } = useSWR(url, fetchJson<NotesOfInterview>)
  const [about, compose] = useState<About | null>(null)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const { outbox, waiting } = useOutbox()
  useEffect(() => {
    if (!removed) return undefined
    const timer = setTimeout(() => {
      setRemoved(null)
      void outbox?.flush()
    }, UNDO_MS)
    return () => clearTimeout(timer)
  }, [removed, outbox])

  const drafts = useMemo(() => new Drafts(`${memberKey('draft', me.id)} ${interviewId}`), [me.id, interviewId])
  const unsentHere = useMemo(
    () => waiting.filter((unsent) => unsent.interviewId === interviewId),
    [waiting, interviewId],
  )
  const mentionable = useMemo(
    () => data?.mentionable.toSorted((a, b) => Number(a.id === me.id) - Number(b.id === me.id)) ?? [],
    [data?.mentionable, me.id],
  )
  const value = useMemo<Notes>(
    () => ({
      notes: shownNotes(data?.notes ?? NONE, unsentHere, me),
      mentionable,
      problem: error instanceof RequestFailed && !data ? error.message : null,
      write: (draft) => outbox?.put(interviewId, crypto.randomUUID(), draft),
      edit: ({ id, parentId, at, quote }, body) => outbox?.put(interviewId, id, { parentId, at, quote, body }),
      remove: ({ id, unsent }) => {
        outbox?.remove(interviewId, id)
        setRemoved({ id, draft: unsent?.draft ?? null })
      },
      removed: removed?.id ?? null,
      undoRemove: () => {
        if (!removed) return
        outbox?.discard(removed.id)
        if (removed.draft) outbox?.put(interviewId, removed.id, removed.draft)
        setRemoved(null)
      },
      retry: (id) => outbox?.retry(id),
      discard: (id) => outbox?.discard(id),
      about,
      compose,
      drafts,
    }),
    [data, error, mentionable, unsentHere, me, removed, outbox, interviewId, about, drafts],
  )
  return <NotesContext value={value}>{children}</NotesContext>
}

export function useNotes(): Notes {
  const notes = useContext(NotesContext)
  if (!notes) throw new Error('useNotes needs a NotesProvider above it')
  return notes
}
