import type { Author, Note } from '@/lib/notes/note'
import type { Unsent } from './outbox'

/** A note as it is shown: `unsent` while the server does not have these words of it. */
export type ShownNote = Note & { unsent: Unsent | null }

/** A note with its answers, each in the order in which they were written. */
export type Thread = { note: ShownNote; answers: ShownNote[] }

/** What the server has and what is on its way to it, as one. */
export function shownNotes(notes: Note[], waiting: readonly Unsent[], me: Author): ShownNote[] {
  const changes = new Map(waiting.map((unsent) => [unsent.id, unsent]))
  const stored = notes.map((note) => {
    const unsent = changes.get(note.id) ?? null
    return { ...note, body: unsent?.draft.body ?? note.body, unsent }
  })
  const known = new Set(notes.map(({ id }) => id))
  const fresh = waiting.filter(({ id }) => !known.has(id)).map((unsent) => ({ ...noteOf(unsent, me), unsent }))
  return [...stored, ...fresh]
}

/**
 * Those about a moment in the order of the recording, then those about the whole interview. An answer to what is gone stands
 * by itself.
 */
export function threadsOf(notes: ShownNote[]): Thread[] {
  const known = new Set(notes.map(({ id }) => id))
  const tops = notes.filter(({ parentId }) => parentId === null || !known.has(parentId))
  const threads = tops.map((note) => ({ note, answers: notes.filter(({ parentId }) => parentId === note.id) }))
  return threads.toSorted((a, b) => (a.note.at ?? Infinity) - (b.note.at ?? Infinity) || 0)
}

function noteOf({ id, draft, writtenAt }: Unsent, author: Author): Note {
  return { ...draft, id, author, createdAt: writtenAt, editedAt: null, deleted: false, isMine: true }
}
