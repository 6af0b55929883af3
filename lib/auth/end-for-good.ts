import 'server-only'
import { and, eq, not, sql } from 'drizzle-orm'
import { isAmong } from '../db/among'
import { db, type Executor, type Transaction } from '../db/client'
import { sessions } from '../db/schema/members'
import { endSession } from './session'

/** The ids of all sessions of the member whose session this is; none where it is nobody's. */
export async function listBeside(sessionId: string, on: Executor = db()): Promise<string[]> {
  const isTheirs = sql`${sessions.memberId} = (SELECT s.member_id FROM sessions s WHERE s.id = ${sessionId})`
  const rows = await on.select({ id: sessions.id }).from(sessions).where(isTheirs)
  return rows.map(({ id }) => id)
}

type Ending = { memberId: string; sessionId: string; before: string[] }

/**
 * Ends a member's session, and returns the ids of what has ended. Where it went on when `before`, their sessions then, was read, and is
 * gone by now, a new password or a passkey that was required may have put another one in its place: whatever they have begun since is
 * over with it. Who does that holds the session until theirs is there, so that this waits for it.
 */
export async function endForGood(tx: Transaction, { memberId, sessionId, before }: Ending): Promise<string[]> {
  if (!before.includes(sessionId)) return []
  if (await endSession(sessionId, tx)) return [sessionId]
  const begunSince = and(eq(sessions.memberId, memberId), not(isAmong(sql`${sessions.id}::text`, before)))
  const ended = await tx.delete(sessions).where(begunSince).returning({ id: sessions.id })
  return ended.map(({ id }) => id)
}
