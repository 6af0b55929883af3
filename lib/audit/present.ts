import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Actor } from '../auth/actor'
import type { Transaction } from '../db/client'
import { members } from '../db/schema/members'
import { DebriefError } from '../errors'

/**
 * Those of these members who are there, held until the transaction ends: who removes one comes after it and finds what it wrote, or has
 * come before, and they are not there. Nobody is waited for, since they may wait for what the transaction has written: whoever removes a
 * member, and nobody else, locks them so that they are passed over.
 */
export function present(memberIds: SQL): SQL {
  return sql`SELECT ${members.id} FROM ${members} WHERE ${members.id} IN (${memberIds}) AND ${members.removedAt} IS NULL
    ORDER BY 1 FOR KEY SHARE SKIP LOCKED`
}

/**
 * Throws `not_signed_in` to a member who was removed since they asked. Asked first where a change locks what a removal of its member changes
 * as well, and only then writes their id, for which it would wait: the removal would wait for it too.
 */
export async function requirePresent(tx: Transaction, actor: Actor): Promise<void> {
  if (actor.kind !== 'member') return
  const { rowCount } = await tx.execute(present(sql`${actor.memberId}::uuid`))
  if (rowCount !== 1) throw new DebriefError('not_signed_in')
}
