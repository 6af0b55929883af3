import 'server-only'
import { inArray, isNotNull, sql } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { addressOwner, auditEvents, auditOrigins } from '../db/schema/audit'

/**
 * From where a member asked, for who forgets them; the events stay as they were sealed. What they had in common with others, of
 * the time before each had a pseudonym of their own, stays for those.
 */
export async function forgetAddressesOf(tx: Transaction, memberId: string): Promise<void> {
  const { origin } = auditEvents
  const theirsAlone = tx
    .select({ origin })
    .from(auditEvents)
    .where(isNotNull(origin))
    .groupBy(origin)
    .having(sql`bool_and(${addressOwner(auditEvents)} IS NOT DISTINCT FROM ${memberId})`)
  await tx.delete(auditOrigins).where(inArray(auditOrigins.pseudonym, theirsAlone))
}
