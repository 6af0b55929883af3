import 'server-only'
import { and, isNull, notInArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { flows, interviews, teams } from '../db/schema'
import { normalise } from '../interviews/normalise'
import type { RibbonFlow } from '../ribbon/flow'
import type { RibbonTeam } from '../ribbon/team'

export async function storeTeams(fetched: RibbonTeam[]): Promise<void> {
  if (fetched.length === 0) return
  await db()
    .insert(teams)
    .values(fetched)
    .onConflictDoUpdate({
      target: teams.id,
      set: { name: sql`excluded.name` },
      setWhere: sql`${teams.name} <> excluded.name`,
    })
}

export async function storeFlow(flow: RibbonFlow): Promise<void> {
  const row = {
    teamId: flow.teamId,
    title: flow.title,
    searchTitle: normalise(flow.title),
    language: flow.language,
    questions: flow.questions,
    hasVideo: flow.hasVideo,
    contentHash: JSON.stringify(flow),
    goneAt: null,
  }
  await db()
    .insert(flows)
    .values({ id: flow.id, ...row })
    .onConflictDoUpdate({
      target: flows.id,
      set: row,
      setWhere: sql`${flows.contentHash} <> excluded.content_hash OR ${flows.goneAt} IS NOT NULL`,
    })
}

/** A flow that Ribbon's list no longer names has been archived; its interviews remain. */
export async function markGoneFlows(presentIds: string[]): Promise<void> {
  if (presentIds.length === 0) return
  await db()
    .update(flows)
    .set({ goneAt: sql`now()` })
    .where(and(notInArray(flows.id, presentIds), isNull(flows.goneAt)))
}

/** Older versions of Ribbon's interview name no team; their flow does. */
export async function adoptFlowTeams(): Promise<void> {
  await db().execute(sql`
    UPDATE ${interviews} SET team_id = ${flows.teamId} FROM ${flows}
    WHERE ${interviews.teamId} IS NULL AND ${flows.id} = ${interviews.flowId} AND ${flows.teamId} IS NOT NULL`)
}
