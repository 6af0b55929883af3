import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { passkeyServes, passwordServes } from '../auth/proof'
import { isLive } from '../auth/session'
import type { May } from '../auth/viewer'
import { db } from '../db/client'
import { credentials, members } from '../db/schema/members'
import type { AccountSession } from './account'
import { deviceWords } from './device-words'
import { storedPreferences, type Preferences } from '../preferences'

const sessionRow = z.object({
  id: z.uuid(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.coerce.date(),
  lastUsedAt: z.coerce.date(),
})

/** Where the viewer is signed in: here first, then what was used last. */
export async function listSessions(viewer: May<'account.manage'>): Promise<AccountSession[]> {
  const { rows } = await db().execute(sql`
    SELECT s.id, s.address, s.user_agent AS "userAgent", s.created_at AS "createdAt", s.last_used_at AS "lastUsedAt"
    FROM sessions s WHERE s.member_id = ${viewer.memberId} AND ${isLive}
    ORDER BY s.id = ${viewer.sessionId} DESC, s.last_used_at DESC, s.id`)
  return z
    .array(sessionRow)
    .parse(rows)
    .map(({ userAgent, createdAt, lastUsedAt, ...row }) => ({
      ...row,
      device: deviceWords(userAgent),
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      isThisOne: row.id === viewer.sessionId,
    }))
}

export async function findPreferences(viewer: May<'account.manage'>): Promise<Preferences> {
  const { rows } = await db().execute(sql`SELECT preferences FROM members WHERE id = ${viewer.memberId}`)
  return storedPreferences.parse(rows[0]?.preferences ?? {})
}

const ownWays = z.object({ password: z.boolean(), passkey: z.boolean() })

/** Whether the viewer comes in here by a password that they have, and by a passkey if they have one: not where the provider alone lets them in. */
export async function findOwnWays(viewer: May<'account.manage'>): Promise<z.infer<typeof ownWays>> {
  const { rows } = await db().execute(sql`
    SELECT ${passkeyServes()} AS passkey, (${passwordServes()} AND EXISTS (
      SELECT FROM ${credentials} WHERE ${credentials.memberId} = ${members.id} AND ${credentials.kind} = 'password')) AS password
    FROM ${members} WHERE ${members.id} = ${viewer.memberId}`)
  return ownWays.parse(rows[0])
}
