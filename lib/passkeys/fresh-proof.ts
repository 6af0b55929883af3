import 'server-only'
import { sql } from 'drizzle-orm'
import { requirePassword } from '../account/current-password'
import { isOfProviderAlone, passwordServes } from '../auth/proof'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { credentials, members } from '../db/schema/members'
import { DebriefError } from '../errors'

/** For so long a sign-in shows that it is still them. */
const FRESH_MINUTES = 10

/**
 * That whoever asks is still who signed in: by their current password, or because they have just signed in. Throws `password_needed`,
 * to whom no password lets in `sign_in_too_old`, `provider_needed` where no passkey would let them in, and `password_wrong` and
 * `too_many_attempts`.
 */
export async function requireFreshProof(
  viewer: Viewer,
  { current, address }: { current?: string | undefined; address: string },
): Promise<void> {
  const { rows } = await db().execute(sql`
    SELECT s.created_at > now() - make_interval(mins => ${FRESH_MINUTES}) AS "isFresh", ${isOfProviderAlone()} AS "isOfProviderAlone", EXISTS (
      SELECT FROM ${credentials} WHERE ${credentials.memberId} = ${members.id} AND ${credentials.kind} = 'password'
        AND ${passwordServes()}) AS "hasPassword"
    FROM sessions s JOIN ${members} ON ${members.id} = s.member_id WHERE s.id = ${viewer.sessionId}`)
  if (rows[0]?.isOfProviderAlone === true) throw new DebriefError('provider_needed')
  if (rows[0]?.isFresh === true) return
  if (rows[0]?.hasPassword !== true) throw new DebriefError('sign_in_too_old')
  if (current === undefined) throw new DebriefError('password_needed')
  await requirePassword(viewer, current, address)
}
