import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db, type Executor } from '../db/client'
import { credentials, members } from '../db/schema/members'
import { log } from '../log'
import { isProvenBy, type Proof } from './proof'

/** Seven days from sign-in, however busy the session is. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60
/** A session that nobody uses for three days is over before that. */
const IDLE_SECONDS = 72 * 60 * 60
/** How exactly it is known when a session was last used: not every request is worth a write. */
const USE_SECONDS = 5 * 60

/** That the session `s` of a query goes on. */
export const isLive = sql`(s.expires_at > now() AND s.last_used_at > now() - make_interval(secs => ${IDLE_SECONDS}))`
/** That its use is to be noted again. */
export const isUnnoted = sql`(s.last_used_at <= now() - make_interval(secs => ${USE_SECONDS}))`

/** Where a session was begun: the address of the peer, and what the browser calls itself. */
export type SessionOrigin = { address: string; userAgent: string | null }
/** What is longer says nothing more. */
const LONGEST_AGENT = 512
/** What a session is called that an identity provider began, and that it has no name for. */
export const NAMELESS = ''

type Started = { from?: SessionOrigin; on?: Executor }

/** The new session's id; null when the member has been disabled, or the credential changed or taken away, since it was looked at. */
export async function startSession(
  memberId: string,
  proof: Proof,
  { from, on = db() }: Started = {},
): Promise<string | null> {
  const userAgent = agentOf(from)
  const sid = proof.kind === 'oidc' ? (proof.sid ?? NAMELESS) : null
  const begunWith = proof.kind === 'passkey' ? sql`${credentials.id}` : sql`NULL::uuid`
  // The share lock, on both rows, makes a disabling or reset that is under way go first, or end this session after it.
  const { rows } = await on.execute(sql`
    INSERT INTO sessions (member_id, expires_at, address, user_agent, provider_sid, begun_with)
    SELECT ${members.id}, now() + make_interval(secs => ${SESSION_SECONDS}), ${from?.address ?? null}, ${userAgent}, ${sid}, ${begunWith}
    FROM ${members} JOIN ${credentials} ON ${credentials.memberId} = ${members.id}
    WHERE ${members.id} = ${memberId} AND ${isProvenBy(proof)}
    FOR SHARE
    RETURNING id`)
  return rows[0] ? z.object({ id: z.uuid() }).parse(rows[0]).id : null
}

/**
 * Another session, begun as this one was and over when it is, for whoever has just proven again who they are; null where this one has
 * ended, or its member is disabled. This one goes on until it is ended. The member is held already: the session must not be locked
 * before them.
 */
export async function renewSession(sessionId: string, { from, on = db() }: Started = {}): Promise<string | null> {
  const { rows } = await on.execute(sql`
    INSERT INTO sessions (member_id, expires_at, address, user_agent, provider_sid, begun_with)
    SELECT s.member_id, s.expires_at, ${from?.address ?? null}, ${agentOf(from)}, s.provider_sid, s.begun_with
    FROM sessions s JOIN members m ON m.id = s.member_id
    WHERE s.id = ${sessionId} AND ${isLive} AND m.disabled_at IS NULL
    FOR SHARE
    RETURNING id`)
  return rows[0] ? z.object({ id: z.uuid() }).parse(rows[0]).id : null
}

function agentOf(from: SessionOrigin | undefined): string | null {
  return from?.userAgent?.slice(0, LONGEST_AGENT) ?? null
}

/** Whoever still holds its cookie is a stranger on their next request. False where it had ended. */
export async function endSession(sessionId: string, on: Executor = db()): Promise<boolean> {
  const { rowCount } = await on.execute(sql`DELETE FROM sessions WHERE id = ${sessionId}`)
  return rowCount === 1
}

/** Off the way of the request that uses it, which is answered as well without. */
export function noteUse(sessionId: string) {
  storeUse(sessionId).catch((cause: unknown) => log.warn({ cause }, 'the use of a session was not noted'))
}

/** Of the member by a statement of its own: whoever ends a session locks them first, and the session then. */
async function storeUse(sessionId: string) {
  const { rows } = await db().execute(sql`
    UPDATE sessions AS s SET last_used_at = now() WHERE s.id = ${sessionId} AND ${isLive} AND ${isUnnoted}
    RETURNING s.member_id AS "memberId"`)
  if (!rows[0]) return
  const { memberId } = z.object({ memberId: z.uuid() }).parse(rows[0])
  const isThere = and(eq(members.id, memberId), isNull(members.removedAt))
  await db()
    .update(members)
    .set({ lastSeenAt: sql`now()` })
    .where(isThere)
}

export async function forgetExpiredSessions() {
  await db().execute(sql`DELETE FROM sessions AS s WHERE NOT ${isLive}`)
}

/** ISO 8601; null when the session has ended. */
export async function findSessionEnd(sessionId: string): Promise<string | null> {
  const { rows } = await db().execute(sql`
    SELECT s.expires_at AS "expiresAt" FROM sessions s JOIN members m ON m.id = s.member_id
    WHERE s.id = ${sessionId} AND ${isLive} AND m.disabled_at IS NULL`)
  return rows[0] ? z.object({ expiresAt: z.coerce.date() }).parse(rows[0]).expiresAt.toISOString() : null
}
