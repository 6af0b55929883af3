import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db, type Executor } from '../db/client'
import { credentials, members } from '../db/schema/members'
import { isProvenBy, type Proof } from './proof'

/** Seven days from sign-in, however busy the session is. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60

/** The new session's id; null when the member has been disabled, or the credential changed or taken away, since it was looked at. */
export async function startSession(memberId: string, proof: Proof, on: Executor = db()): Promise<string | null> {
  // The share lock, on both rows, makes a disabling or reset that is under way go first, or end this session after it.
  const { rows } = await on.execute(sql`
    INSERT INTO sessions (member_id, expires_at)
    SELECT ${members.id}, now() + make_interval(secs => ${SESSION_SECONDS})
    FROM ${members} JOIN ${credentials} ON ${credentials.memberId} = ${members.id}
    WHERE ${members.id} = ${memberId} AND ${members.disabledAt} IS NULL AND ${isProvenBy(proof)}
    FOR SHARE
    RETURNING id`)
  return rows[0] ? z.object({ id: z.uuid() }).parse(rows[0]).id : null
}

/** Whoever still holds its cookie is a stranger on their next request. False where it had ended. */
export async function endSession(sessionId: string, on: Executor = db()): Promise<boolean> {
  const { rowCount } = await on.execute(sql`DELETE FROM sessions WHERE id = ${sessionId}`)
  return rowCount === 1
}

export async function forgetExpiredSessions() {
  await db().execute(sql`DELETE FROM sessions WHERE expires_at <= now()`)
}

/** ISO 8601; null when the session has ended. */
export async function findSessionEnd(sessionId: string): Promise<string | null> {
  const { rows } = await db().execute(sql`
    SELECT s.expires_at AS "expiresAt" FROM sessions s JOIN members m ON m.id = s.member_id
    WHERE s.id = ${sessionId} AND s.expires_at > now() AND m.disabled_at IS NULL`)
  return rows[0] ? z.object({ expiresAt: z.coerce.date() }).parse(rows[0]).expiresAt.toISOString() : null
}
