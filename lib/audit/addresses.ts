import 'server-only'
import { and, gte } from 'drizzle-orm'
import { isAmong } from '../db/among'
import type { Executor } from '../db/client'
import { auditEvents, auditOrigins } from '../db/schema/audit'
import { originPseudonym } from './origin'
import { SALTED_SINCE } from './stored-event'

/**
 * The number of the first event that has another address by now than it was told with; null where none has. One that was forgotten
 * is no other one, and what is of a former encoding cannot be held against its address.
 */
export async function findAnotherAddress(on: Executor): Promise<number | null> {
  const origins = await on.select().from(auditOrigins)
  const wrong = origins
    .filter(({ pseudonym, address, salt }) => pseudonym !== originPseudonym(address, salt ?? ''))
    .map(({ pseudonym }) => pseudonym)
  // As a rule none is, and the log is not read once more.
  if (wrong.length === 0) return null
  const { seq, encoding, origin } = auditEvents
  const [first] = await on
    .select({ seq })
    .from(auditEvents)
    .where(and(gte(encoding, SALTED_SINCE), isAmong(origin, wrong)))
    .orderBy(seq)
    .limit(1)
  return first?.seq ?? null
}
