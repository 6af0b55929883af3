import type { About, NoteDraft } from '@/lib/notes/note'
import { fieldsOf, isNumber, isText } from '../unknown-fields'

/** A note that the server does not have, or one that it still has: that is to be deleted and has no draft. */
export type Written = {
  interviewId: string
  id: string
  draft: NoteDraft | null
  writtenAt: string
  /** Tells this text of the note from one that another tab has written since. */
  version: string
}

/** What is half written. */
export type HalfNote = { body: string; about: About | null }

/** Null for what is no note of ours. */
export function readWritten(interviewId: string, stored: unknown): Written | null {
  const { id, draft, writtenAt, version } = fieldsOf(stored)
  if (!isText(id) || !isText(writtenAt) || !isText(version)) return null
  if (draft === null) return { interviewId, id, draft, writtenAt, version }
  const { parentId, body, ...rest } = fieldsOf(draft)
  const about = readAbout(rest)
  if (!about || !isText(body) || !(parentId === null || isText(parentId))) return null
  return { interviewId, id, draft: { parentId, body, ...about }, writtenAt, version }
}

/** Null for what is no half-written note of ours. */
export function readHalfNote(stored: unknown): HalfNote | null {
  const { body, about } = fieldsOf(stored)
  if (!isText(body)) return null
  if (about === null) return { body, about }
  const read = readAbout(about)
  return read && { body, about: read }
}

function readAbout(value: unknown): About | null {
  const { at, quote } = fieldsOf(value)
  if (!(at === null || isNumber(at))) return null
  if (quote === null) return { at, quote }
  const { segment, from, to, text, until } = fieldsOf(quote)
  if (!isNumber(segment) || !isNumber(from) || !isNumber(to) || !isText(text)) return null
  const words = { segment, from, to, text }
  if (until === undefined) return { at, quote: words }
  const { segment: last, to: end } = fieldsOf(until)
  return isNumber(last) && isNumber(end) ? { at, quote: { ...words, until: { segment: last, to: end } } } : null
}
