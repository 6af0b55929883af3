import type { Note } from '@/lib/notes/note'
import type { Author } from '@/lib/members/member'
import { withoutNote } from './held-notes'
import type { Unsent } from './outbox'

/** A note as it is shown: `unsent` while the server does not have these words of it. */
export type ShownNote = Note & { unsent: Unsent | null }

/** A note with its replies, each in the order in which they were written. */
export type Thread = { note: ShownNote; replies: ShownNote[] }

/** What the server has and what is on its way to it, as one. */
export function shownNotes(notes: Note[], waiting: readonly Unsent[], me: Author): ShownNote[] {
  const changes = new Map(waiting.map((unsent) => [unsent.id, unsent]))
  const stored = notes.map((note) => {
    const unsent = changes.get(note.id) ?? null
    return { ...note, body: unsent?.draft?.body ?? note.body, unsent }
  })
  const known = new Set(notes.map(({ id }) => id))
  const fresh = waiting.flatMap((unsent) => {
    const note = known.has(unsent.id) ? null : noteOf(unsent, me)
    return note ? [{ ...note, unsent }] : []
  })
  const deleted = waiting.filter(({ draft, problem }) => draft === null && problem === null)
  return deleted.reduce((shown, { id }) => withoutNote(shown, id), [...stored, ...fresh])
}

/**
 * Those about a moment in the order of the recording, then those about the whole interview. A reply to what is gone stands
 * by itself.
 */
export function threadsOf(notes: ShownNote[]): Thread[] {
  const replies = new Map(notes.map(({ id }): [string, ShownNote[]] => [id, []]))
  const tops = notes.filter((note) => {
    const others = note.parentId === null ? undefined : replies.get(note.parentId)
    others?.push(note)
    return !others
  })
  const threads = tops.map((note) => ({ note, replies: replies.get(note.id) ?? [] }))
  return threads.toSorted((a, b) => (a.note.at ?? Infinity) - (b.note.at ?? Infinity) || 0)
}

/** Null for one that is to be deleted. */
function noteOf({ id, draft, writtenAt }: Unsent, author: Author): Note | null {
  return draft && { ...draft, id, author, createdAt: writtenAt, editedAt: null, deleted: false, isMine: true }
}
