import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Operator } from '../auth/operator'
import type { May } from '../auth/viewer'
import { db } from '../db/client'
import { auditEvents } from '../db/schema/audit'
import { members, memberTeams } from '../db/schema/members'
import type { Member } from './member'

/** In the order of their emails. */
export async function listMembers(_actor: May<'member.manage'> | Operator): Promise<Member[]> {
  const rows = await selectMembers().orderBy(members.email)
  return rows.map((row) => toMember(row))
}

export async function findMemberByEmail(
  _actor: May<'member.manage'> | Operator,
  email: string,
): Promise<Member | null> {
  const [row] = await selectMembers().where(eq(members.email, email))
  return row ? toMember(row) : null
}

function selectMembers() {
  return db()
    .select({
      id: members.id,
      email: members.email,
      name: members.name,
      role: members.role,
      seesAllTeams: members.seesAllTeams,
      teams: sql<string[]>`coalesce(jsonb_agg(${memberTeams.teamId} ORDER BY ${memberTeams.teamId})
        FILTER (WHERE ${memberTeams.teamId} IS NOT NULL), '[]')`,
      disabledAt: members.disabledAt,
      createdAt: members.createdAt,
      lastSignInAt: sql<string | null>`(SELECT max(${auditEvents.at}) FROM ${auditEvents}
        WHERE ${auditEvents.code} = 'sign_in.succeeded' AND ${auditEvents.about} = ${members.id}::text)`,
    })
    .from(members)
    .leftJoin(memberTeams, eq(memberTeams.memberId, members.id))
    .groupBy(members.id)
    .$dynamic()
}

type MemberRow = Awaited<ReturnType<typeof selectMembers>>[number]

function toMember({ seesAllTeams, ...row }: MemberRow): Member {
  return {
    ...row,
    teams: row.role === 'admin' || seesAllTeams ? 'all' : row.teams,
    disabledAt: row.disabledAt && new Date(row.disabledAt).toISOString(),
    createdAt: new Date(row.createdAt).toISOString(),
    lastSignInAt: row.lastSignInAt && new Date(row.lastSignInAt).toISOString(),
  }
}
