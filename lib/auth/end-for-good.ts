import 'server-only'
import { and, eq, not, sql } from 'drizzle-orm'
import { isAmong } from '../db/among'
import { db, type Executor } from '../db/client'
import { sessions } from '../db/schema/members'
import { endSession } from './session'

/** Whose session this is, and the ids of all that they have; null where it is nobody's. */
export async function findBeside(sessionId: string): Promise<{ memberId: string; before: string[] } | null> {
  const { id, memberId } = sessions
  const isTheirs = sql`${memberId} = (SELECT s.member_id FROM sessions s WHERE s.id = ${sessionId})`
  const rows = await db().select({ id, memberId }).from(sessions).where(isTheirs)
  return rows[0] ? { memberId: rows[0].memberId, before: rows.map((row) => row.id) } : null
}

type Ending = { memberId: string; sessionId: string; before: string[] }

/**
 * Ends a member's session, and returns the ids of what has ended. Where it went on when `before`, their sessions then, was read, and is
 * gone by now, a new password or a passkey that was required may have put another one in its place: whatever they have begun since is
 * over with it. Who does that holds the session until theirs is there, so that this waits for it.
 */
export async function endForGood(on: Executor, { memberId, sessionId, before }: Ending): Promise<string[]> {
  if (!before.includes(sessionId)) return []
  if (await endSession(sessionId, on)) return [sessionId]
  const begunSince = and(eq(sessions.memberId, memberId), not(isAmong(sql`${sessions.id}::text`, before)))
  const ended = await on.delete(sessions).where(begunSince).returning({ id: sessions.id })
  return ended.map(({ id }) => id)
}
