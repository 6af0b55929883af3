import 'server-only'
import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Operator } from '../auth/operator'
import { breaksGlass, comesIn, passwordServes } from '../auth/proof'
import { scope, scopeOfMembers } from '../auth/scope-of-member'
import type { May } from '../auth/viewer'
import { db } from '../db/client'
import { auditEvents } from '../db/schema/audit'
import { credentials, members, sessions } from '../db/schema/members'
import { DebriefError } from '../errors'
import { WAYS_IN, type Member } from './member'

/** All that have not been removed, in the order of their emails. */
export function listMembers(_actor: May<'member.manage'> | Operator): Promise<Member[]> {
  return selectMembers(sql`true`)
}

export async function findMemberByEmail(
  _actor: May<'member.manage'> | Operator,
  email: string,
): Promise<Member | null> {
  const [member] = await selectMembers(eq(members.email, email))
  return member ?? null
}

/** Throws `member_not_found`. */
export async function requireMember(_actor: May<'member.manage'> | Operator, memberId: string): Promise<Member> {
  const [member] = await selectMembers(eq(members.id, memberId))
  if (!member) throw new DebriefError('member_not_found')
  return member
}

const waysIn = z.array(z.enum(WAYS_IN))
/** Of the member of the row. */
const theirId = sql`${members}.id`
const KINDS = sql`(SELECT coalesce(jsonb_agg(DISTINCT ${credentials.kind}), '[]') FROM ${credentials}
  WHERE ${credentials.memberId} = ${theirId})`
/** Sessions that have ended are gone, but neither that they began nor when they were used. */
const LAST_SEEN = sql<string | null>`greatest(${members.lastSeenAt},
  (SELECT max(${sessions.lastUsedAt}) FROM ${sessions} WHERE ${sessions.memberId} = ${theirId}),
  (SELECT max(${auditEvents.at}) FROM ${auditEvents}
    WHERE ${auditEvents.code} = 'sign_in.succeeded' AND ${auditEvents.about} = ${theirId}::text))`

async function selectMembers(which: SQL): Promise<Member[]> {
  const { id, email, name, role, disabledAt, createdAt } = members
  const rows = await db()
    .select({
      ...{ id, email, name, role, disabledAt, createdAt },
      scope: scopeOfMembers.mapWith((stored: unknown) => scope.parse(stored)),
      scopeWithoutGroups: sql`${members.scopeWithoutGroups}`.mapWith((stored: unknown) =>
        scope.nullable().parse(stored),
      ),
      signsInWith: KINDS.mapWith((stored: unknown) => waysIn.parse(stored)),
      passwordServes: passwordServes(),
      providerServes: comesIn(['oidc']),
      breaksGlass: breaksGlass(),
      lastSeenAt: LAST_SEEN,
    })
    .from(members)
    .where(and(which, isNull(members.removedAt)))
    .orderBy(asc(email))
  return rows.map((row) => ({
    ...row,
    disabledAt: row.disabledAt && new Date(row.disabledAt).toISOString(),
    createdAt: new Date(row.createdAt).toISOString(),
    lastSeenAt: row.lastSeenAt && new Date(row.lastSeenAt).toISOString(),
  }))
}
