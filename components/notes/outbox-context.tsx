'use client'

import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useSWRConfig } from 'swr'
import type { Note, NotesOfInterview } from '@/lib/notes/note'
import { fetchJson, RequestFailed } from '../fetch-json'
import { kept } from '../kept'
import { memberKey } from '../kept-keys'
import { useFlushing } from '../outbox/use-flushing'
import { swrKeys } from '../swr-keys'
import { withNote, withoutNote } from './held-notes'
import { NO_NOTES_WAIT, Outbox, type Unsent } from './outbox'

const GONE = ['note_not_found', 'interview_not_found']
const never = () => () => {}

/** Null on the server. */
const OutboxContext = createContext<Outbox | null>(null)

/**
 * What the member wrote and the server does not have, on any interview: it is tried again on whatever page they are when the
 * network or they come back, and every now and then.
 */
export function OutboxProvider({ memberId, children }: { memberId: string; children: ReactNode }) {
  const { mutate } = useSWRConfig()
  const outbox = useMemo(() => {
    if (typeof window === 'undefined') return null
    // Also for an interview that is not open: it is not shown later as it was before.
    const onSent = ({ interviewId, id }: Unsent, note: Note | null) =>
      void mutate<NotesOfInterview>(swrKeys.notes(interviewId), (held) =>
        note ? withNote(held, note) : held && { ...held, notes: withoutNote(held.notes, id) },
      )
    return new Outbox({ key: memberKey('unsent', memberId), kept, send, onSent })
  }, [memberId, mutate])
  useFlushing(outbox)
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}

/** Null on the server; what waits there is of all interviews. */
export function useOutbox() {
  const outbox = useContext(OutboxContext)
  const waiting = useSyncExternalStore(
    outbox?.onChange ?? never,
    () => outbox?.waiting ?? NO_NOTES_WAIT,
    () => NO_NOTES_WAIT,
  )
  return { outbox, waiting }
}

/** It goes on where the page is left meanwhile. */
async function send({ interviewId, id, draft }: Unsent): Promise<Note | null> {
  const url = `${swrKeys.notes(interviewId)}/${id}`
  if (draft) return fetchJson<Note>(url, { method: 'PUT', body: JSON.stringify(draft) })
  try {
    await fetchJson(url, { method: 'DELETE' })
  } catch (error) {
    // It may never have been sent, and with its interview it is gone.
    if (!(error instanceof RequestFailed && GONE.includes(error.code))) throw error
  }
  return null
}
