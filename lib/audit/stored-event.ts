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
  const { encoding, seq, at, actorKind, actorId, sessionId, origin, code, about, payload } = event
  const [one, two] =
    encoding === 1 ? ['', ''] : [`"origin":${JSON.stringify(origin)},`, `"sessionId":${JSON.stringify(sessionId)},`]
  return (
    `{"about":${JSON.stringify(about)},"actorId":${JSON.stringify(actorId)},"actorKind":${JSON.stringify(actorKind)},` +
    `"at":${JSON.stringify(at)},"code":${JSON.stringify(code)},${one}"payload":${canonical(payload)},` +
    `"seq":${JSON.stringify(seq)},${two}"v":${JSON.stringify(encoding)}}`
  )
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = value as Record<string, unknown>
  let written = ''
  for (const key of Object.keys(value).sort())
    written += `${written && ','}${JSON.stringify(key)}:${canonical(members[key])}`
  return `{${written}}`
}
