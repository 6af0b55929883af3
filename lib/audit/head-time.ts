import 'server-only'
import { db } from '../db/client'
import type { Head } from './head'
import { listStored } from './stored'
import { leafOf } from './stored-event'
import { folded, inclusionPath } from './tree'
import { findSealed, readSpans } from './tree-store'

/**
 * When the last event under a head was told (ISO 8601), which its root vouches for: no other time of it leads to that root. Null where
 * the log does not lead to it, since it is another log, or was cut off or made anew.
 */
export async function findTimeOfHead({ size, seq, root }: Head): Promise<string | null> {
  const [[event], sealed] = await Promise.all([
    listStored(db(), { after: seq - 1, upTo: seq, limit: 1 }),
    findSealed(db()),
  ])
  if (!event || size === 0 || size > sealed.size) return null
  const path = await readSpans(db(), inclusionPath(size - 1, size))
  return folded([...path.toReversed(), leafOf(event)]) === root ? new Date(event.at).toISOString() : null
}
