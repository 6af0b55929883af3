import { hash } from 'node:crypto'
import { leafOf, type StoredEvent } from './stored-event'

/** What sealed the log before the tree did, and what heads of that time are of. */
export const GENESIS = '00'.repeat(32)

/** In hexadecimal, the hash of a chain that goes on with this event; whatever its encoding is by now, the chain knew the first one alone. */
export function chained(previous: string, event: StoredEvent): string {
  return hash('sha256', Buffer.from(previous + leafOf({ ...event, encoding: 1 }), 'hex'))
}
