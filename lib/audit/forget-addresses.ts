import 'server-only'
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import { isAmong } from '../db/among'
import type { Transaction } from '../db/client'
import { addressOwner, alsoNamedIn, auditEvents, auditOrigins } from '../db/schema/audit'
import { isOriginOf } from './origin'

/**
 * From where a member asked, for who forgets them; the events stay as they were sealed. What they had in common with others, of
 * the time before each had a pseudonym of their own, stays for those.
 */
export async function forgetAddressesOf(tx: Transaction, memberId: string): Promise<void> {
  const known = await listKnown(tx, memberId)
  // As a rule each is, and the rest of the log is not read.
  const unsure = known.filter((origin) => !isOriginOf(memberId, origin)).map(({ pseudonym }) => pseudonym)
  const shared = await listShared(tx, memberId, unsure)
  const theirs = known.map(({ pseudonym }) => pseudonym).filter((pseudonym) => !shared.has(pseudonym))
  if (theirs.length > 0) await tx.delete(auditOrigins).where(isAmong(auditOrigins.pseudonym, theirs))
}

/** Of what they did, and of what is about them or names them and nobody did who was signed in: each by an index. */
function listKnown(tx: Transaction, memberId: string) {
  const { origin, actorId, actorKind, about } = auditEvents
  const did = tx.select({ origin }).from(auditEvents).where(eq(actorId, memberId))
  const nobodys = (which: SQL) =>
    tx
      .select({ origin })
      .from(auditEvents)
      .where(and(which, eq(actorKind, 'system')))
  const isTheirs = union(did, nobodys(eq(about, memberId)), nobodys(eq(alsoNamedIn(auditEvents), memberId)))
  return tx.select().from(auditOrigins).where(inArray(auditOrigins.pseudonym, isTheirs))
}

/** Those that somebody else's event has too. */
async function listShared(tx: Transaction, memberId: string, pseudonyms: string[]): Promise<Set<string | null>> {
  if (pseudonyms.length === 0) return new Set()
  const { origin } = auditEvents
  const isAnothers = sql`${addressOwner(auditEvents)} IS DISTINCT FROM ${memberId}`
  const rows = await tx
    .selectDistinct({ origin })
    .from(auditEvents)
    .where(and(isAmong(origin, pseudonyms), isAnothers))
  return new Set(rows.map((row) => row.origin))
}
