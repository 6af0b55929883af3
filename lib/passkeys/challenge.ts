import 'server-only'
import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { db, type Transaction } from '../db/client'
import { spentChallenges } from '../db/schema/members'
import { env } from '../env'
import { DebriefError } from '../errors'

export const CHALLENGE_COOKIE = '__Host-debrief.passkey'
/** As long as somebody may take at their authenticator. */
export const CHALLENGE_SECONDS = 5 * 60
const CHALLENGE_BYTES = 32
/** For longer than one counts. */
const KEPT_HOURS = 1
/** What else NEXTAUTH_SECRET encrypts has another key. */
const SALT = 'debrief: challenges of passkeys, 1'

/** What it is for: one that began an addition adds to no other session, and signs nobody in. */
export type ChallengePurpose = 'sign-in' | `add to ${string}`

const sealed = z.object({ challenge: z.string(), purpose: z.string() })

/** Bytes that nobody has been asked to sign before, in base64url. */
export function makeChallenge(): string {
  return randomBytes(CHALLENGE_BYTES).toString('base64url')
}

/** The Set-Cookie header that keeps it in the browser that it is made for: nothing is written anywhere until it is signed. */
export async function challengeHeader(challenge: string, purpose: ChallengePurpose): Promise<string> {
  const token = { challenge, purpose }
  const value = await encode({ token, secret: env().NEXTAUTH_SECRET, salt: SALT, maxAge: CHALLENGE_SECONDS })
  return `${CHALLENGE_COOKIE}=${value}; Path=/; Max-Age=${CHALLENGE_SECONDS}; HttpOnly; Secure; SameSite=Strict`
}

/** Has the browser forget it. */
export const NO_CHALLENGE = `${CHALLENGE_COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict`

/** What the browser's cookie holds. Throws `passkey_expired` for one that is over, made for something else, or not ours. */
export async function openChallenge(cookie: string | undefined, purpose: ChallengePurpose): Promise<string> {
  const claims = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET, salt: SALT }).catch(() => null)
  const opened = sealed.safeParse(claims)
  if (!opened.success || opened.data.purpose !== purpose) throw new DebriefError('passkey_expired')
  return opened.data.challenge
}

/** On whichever replica, the second time throws `passkey_expired`. */
export async function spendChallenge(tx: Transaction, challenge: string) {
  const { rowCount } = await tx.insert(spentChallenges).values({ challenge }).onConflictDoNothing()
  if (rowCount !== 1) throw new DebriefError('passkey_expired')
}

/** Those that are over by themselves; passes over what another one forgets. */
export async function forgetSpentChallenges() {
  await db().execute(sql`
    DELETE FROM ${spentChallenges} WHERE challenge IN (
      SELECT challenge FROM ${spentChallenges} WHERE spent_at < now() - make_interval(hours => ${KEPT_HOURS}) FOR UPDATE SKIP LOCKED)`)
}
