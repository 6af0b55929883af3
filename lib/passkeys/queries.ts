import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Operator } from '../auth/operator'
import type { May } from '../auth/viewer'
import { db } from '../db/client'
import { credentials, installations, sessions, THIS_INSTALLATION } from '../db/schema/members'
import type { PasskeyRequirement } from '../passkey-requirement'
import type { Passkey } from './passkey'

/** The viewer's own, in the order in which they came. */
export async function listPasskeys(viewer: May<'account.manage'>): Promise<Passkey[]> {
  const { id, name, createdAt, lastUsedAt } = credentials
  const begunHere = db().select({ id: sessions.begunWith }).from(sessions).where(eq(sessions.id, viewer.sessionId))
  const rows = await db()
    .select({ id, name, createdAt, lastUsedAt, isThisOne: sql<boolean>`coalesce(${id} = (${begunHere}), false)` })
    .from(credentials)
    .where(and(eq(credentials.memberId, viewer.memberId), eq(credentials.kind, 'passkey')))
    .orderBy(asc(createdAt), asc(id))
  return rows.map((row) => ({
    ...row,
    name: row.name ?? '',
    createdAt: new Date(row.createdAt).toISOString(),
    lastUsedAt: row.lastUsedAt && new Date(row.lastUsedAt).toISOString(),
  }))
}

/** Of whom a passkey is required. */
export async function findPasskeyRequirement(_actor: May<'member.manage'> | Operator): Promise<PasskeyRequirement> {
  const [installed] = await db()
    .select({ of: installations.passkeysRequiredOf })
    .from(installations)
    .where(eq(installations.id, THIS_INSTALLATION))
  return installed?.of ?? 'nobody'
}
