import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Note } from '@/lib/notes/note'
import { fetchJson } from '../fetch-json'
import { Outbox, type Unsent } from './outbox'

const RETRY_MS = 15_000
const NOTHING: readonly Unsent[] = []
const never = () => () => {}

type Props = { memberId: string; notesUrl: string; onSent: (note: Note) => void }

/** Null on the server; what waits there is tried again when the network or the reader comes back, and every now and then. */
export function useOutbox({ memberId, notesUrl, onSent }: Props) {
  const outbox = useMemo(() => {
    if (typeof window === 'undefined') return null
    const send = ({ id, draft }: Unsent) =>
      fetchJson<Note>(`${notesUrl}/${id}`, { method: 'PUT', body: JSON.stringify(draft) })
    return new Outbox({
      key: `debrief-unsent ${memberId} ${notesUrl}`,
      storage: () => window.localStorage,
      send,
      onSent,
    })
  }, [memberId, notesUrl, onSent])
  const waiting = useSyncExternalStore(
    outbox?.onChange ?? never,
    () => outbox?.waiting ?? NOTHING,
    () => NOTHING,
  )

  useEffect(() => {
    if (!outbox) return undefined
    const flush = () => void outbox.flush()
    flush()
    const timer = setInterval(flush, RETRY_MS)
    window.addEventListener('online', flush)
    window.addEventListener('storage', outbox.refresh)
    document.addEventListener('visibilitychange', flush)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', flush)
      window.removeEventListener('storage', outbox.refresh)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [outbox])
  return { outbox, waiting }
}
