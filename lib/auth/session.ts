import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db/client'

/** Seven days from sign-in, however busy the session is. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60

/** The new session's id; null when the member was disabled or given another password since `passwordHash` was read. */
export async function startSession(member: { id: string; passwordHash: string }): Promise<string | null> {
  // The share lock makes a disabling or reset that is under way go first, or end this session after it.
  const { rows } = await db().execute(sql`
    INSERT INTO sessions (member_id, expires_at)
    SELECT id, now() + make_interval(secs => ${SESSION_SECONDS}) FROM members
    WHERE id = ${member.id} AND password_hash = ${member.passwordHash} AND disabled_at IS NULL
    FOR SHARE
    RETURNING id`)
  await db().execute(sql`DELETE FROM sessions WHERE expires_at <= now()`)
  return rows[0] ? z.object({ id: z.uuid() }).parse(rows[0]).id : null
}

/** Whoever still holds its cookie is a stranger on their next request. */
export async function endSession(sessionId: string) {
  await db().execute(sql`DELETE FROM sessions WHERE id = ${sessionId}`)
}

/** ISO 8601; null when the session has ended. */
export async function findSessionEnd(sessionId: string): Promise<string | null> {
  const { rows } = await db().execute(sql`
    SELECT s.expires_at AS "expiresAt" FROM sessions s JOIN members m ON m.id = s.member_id
    WHERE s.id = ${sessionId} AND s.expires_at > now() AND m.disabled_at IS NULL`)
  return rows[0] ? z.object({ expiresAt: z.coerce.date() }).parse(rows[0]).expiresAt.toISOString() : null
}
