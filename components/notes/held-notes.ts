import type { Note, NotesOfInterview } from '@/lib/notes/note'

/** What is held of an interview's notes, with this one in it or in place of its older words. */
export function withNote(held: NotesOfInterview | undefined, note: Note): NotesOfInterview {
  const { notes = [], mentionable = [] } = held ?? {}
  const isHeld = notes.some(({ id }) => id === note.id)
  return { mentionable, notes: isHeld ? notes.map((old) => (old.id === note.id ? note : old)) : [...notes, note] }
}

/** A note that was answered stays as a place for its answers. */
export function withoutNote<Held extends Note>(notes: Held[], noteId: string): Held[] {
  const isAnswered = notes.some(({ parentId }) => parentId === noteId)
  if (!isAnswered) return notes.filter(({ id }) => id !== noteId)
  return notes.map((note) => (note.id === noteId ? { ...note, body: '', quote: null, deleted: true } : note))
}
