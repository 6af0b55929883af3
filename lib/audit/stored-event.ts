import { hash } from 'node:crypto'

/** An event as it is stored; `at` in UTC, with microseconds. */
export type StoredEvent = {
  /** How its leaf is written: 1 had neither origin nor session; the origin of 2 was made without a salt that tells whose it is. */
  encoding: number
  seq: number
  at: string
  actorKind: string
  actorId: string | null
  sessionId: string | null
  origin: string | null
  code: string
  about: string | null
  payload: unknown
}

/** A later encoding has another number, and those before it go on to be read. */
export const ENCODING = 3
/** The first of which an address can be held against the event. */
export const SALTED_SINCE = 3

/** In hexadecimal: SHA-256 over the event as it is written, with the byte before it by which RFC 6962 (2.1) tells a leaf from a node. */
export function leafOf(event: StoredEvent): string {
  return hash('sha256', `\0${writtenEvent(event)}`)
}

/** Whether all that it says is in its leaf: of the first encoding neither origin nor session are, and it never had them. */
export function isWhollySealed({ encoding, origin, sessionId }: StoredEvent): boolean {
  return encoding !== 1 || (origin === null && sessionId === null)
}

/** What a leaf is the hash of: JSON without spaces, its keys in the order of their UTF-16 units (as RFC 8785 has it, for what events are made of). */
export function writtenEvent(event: StoredEvent): string {
  const { encoding, seq, at, actorKind, actorId, code, about, payload } = event
  // What is undefined is not written.
  const later = encoding === 1 ? undefined : event
  const before = JSON.stringify({ about, actorId, actorKind, at, code, origin: later?.origin })
  const after = JSON.stringify({ seq, sessionId: later?.sessionId, v: encoding })
  return `${before.slice(0, -1)},"payload":${canonical(payload)},${after.slice(1)}`
}

/** Most are as they have to be, and those are written at once. */
function canonical(value: unknown): string {
  if (isInOrder(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`
  const members = Object.entries(value as object).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

/** Whether its keys come in the order in which they are written, to the innermost. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every((item) => isInOrder(item))
  let last = ''
  for (const [key, member] of Object.entries(value)) {
    if (key < last || !isInOrder(member)) return false
    last = key
  }
  return true
}
