import { createHash } from 'node:crypto'

/** An event as it is stored; `at` in UTC, with microseconds. */
export type StoredEvent = {
  seq: number
  at: string
  actorKind: string
  actorId: string | null
  code: string
  about: string | null
  payload: unknown
}

/** A later encoding has another number, and this one goes on to be read. */
const ENCODING = 1
/** What a leaf of a Merkle tree begins with (RFC 6962, 2.1), so that such a tree can be grown over the same leaves. */
const LEAF = Buffer.of(0)
/** Before the first event. */
export const GENESIS = Buffer.alloc(32)

export function leafOf(event: StoredEvent): Buffer {
  return createHash('sha256')
    .update(LEAF)
    .update(canonical({ v: ENCODING, ...event }))
    .digest()
}

/** The hash of a chain that goes on with this event. */
export function chained(previous: Buffer, event: StoredEvent): Buffer {
  return createHash('sha256').update(previous).update(leafOf(event)).digest()
}

/** JSON without spaces, its keys in the order of their UTF-16 units (as RFC 8785 has it, for what events are made of). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}
