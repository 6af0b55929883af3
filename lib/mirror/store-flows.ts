import 'server-only'
import { and, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { flows, interviews, teams } from '../db/schema/interviews'
import { ribbonTeamMembers } from '../db/schema/mirror'
import { sortKey } from '../interviews/sort-key'
import type { RibbonFlow } from '../ribbon/flow'
import type { RibbonTeam, RibbonTeamMember } from '../ribbon/team'

export async function storeTeams(fetched: RibbonTeam[]): Promise<void> {
  const rows = [...new Map(fetched.map((team) => [team.id, { ...team, nameKey: sortKey(team.name) }])).values()]
  if (rows.length === 0) return
  await db()
    .insert(teams)
    .values(rows)
    .onConflictDoUpdate({
      target: teams.id,
      set: { name: sql`excluded.name`, nameKey: sql`excluded.name_key` },
      setWhere: sql`${teams.name} <> excluded.name`,
    })
}

export async function storeTeamMembers(fetched: RibbonTeamMember[]): Promise<void> {
  const rows = [...new Map(fetched.map((member) => [member.id, member])).values()]
  if (rows.length === 0) return
  const { name, email } = ribbonTeamMembers
  await db()
    .insert(ribbonTeamMembers)
    .values(rows)
    .onConflictDoUpdate({
      target: ribbonTeamMembers.id,
      set: { name: sql`excluded.name`, email: sql`excluded.email` },
      setWhere: sql`(${name}, ${email}) IS DISTINCT FROM (excluded.name, excluded.email)`,
    })
}

/** At least one flow, and each once. */
export async function storeFlows(page: RibbonFlow[]): Promise<void> {
  await db()
    .insert(flows)
    .values(page.map((flow) => toRow(flow)))
    .onConflictDoUpdate({
      target: flows.id,
      set: newest(['teamId', 'title', 'titleKey', 'language', 'questions', 'hasVideo', 'contentHash', 'goneAt']),
      setWhere: sql`${flows.contentHash} <> excluded.content_hash OR ${flows.goneAt} IS NOT NULL`,
    })
}

function toRow(flow: RibbonFlow) {
  const { id, teamId, title, language, questions, hasVideo } = flow
  return {
    id,
    teamId,
    title,
    titleKey: sortKey(title),
    language,
    questions,
    hasVideo,
    contentHash: JSON.stringify(flow),
    goneAt: null,
  }
}

function newest(columns: (keyof typeof flows.$inferInsert)[]) {
  return Object.fromEntries(columns.map((name) => [name, sql.raw(`excluded.${flows[name].name}`)]))
}

/** A flow that Ribbon's complete list does not name has been archived; its interviews remain. */
export async function markGoneFlows(presentIds: string[]): Promise<void> {
  await db()
    .update(flows)
    .set({ goneAt: sql`now()` })
    .where(and(notInArray(flows.id, presentIds), isNull(flows.goneAt)))
}

/** Older versions of Ribbon's interview name no team; their flow does, also after it has moved to another one. */
export async function followFlowTeams(teamlessIds: string[]): Promise<void> {
  if (teamlessIds.length === 0) return
  await db()
    .update(interviews)
    .set({ teamId: sql`${flows.teamId}` })
    .from(flows)
    .where(
      and(
        inArray(interviews.id, teamlessIds),
        eq(flows.id, interviews.flowId),
        isNotNull(flows.teamId),
        sql`${interviews.teamId} IS DISTINCT FROM ${flows.teamId}`,
      ),
    )
}
