import { hash } from 'node:crypto'
import { leafOf, type StoredEvent } from './stored-event'

/** What sealed the log before the tree did, and what heads of that time are of. */
export const GENESIS = Buffer.alloc(32)

/** The hash of a chain that goes on with this event; whatever its encoding is by now, the chain knew the first one alone. */
export function chained(previous: Buffer, event: StoredEvent): Buffer {
  return hash('sha256', Buffer.concat([previous, leafOf({ ...event, encoding: 1 })]), 'buffer')
}
