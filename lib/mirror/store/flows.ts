import 'server-only'
import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { excluded } from '../../db/excluded'
import { flows, interviews, teams } from '../../db/schema/interviews'
import { indexTitles } from '../../search/index-titles'
import { sortKey } from '../../text/sort-key'
import type { RibbonFlow } from '../../ribbon/flow'
import type { RibbonTeam } from '../../ribbon/team'
import type { Asked } from './order'

export async function storeTeams(fetched: Asked<RibbonTeam>[]): Promise<void> {
  const rows = eachOnce(fetched).map((team) => ({ ...team, nameKey: sortKey(team.name) }))
  if (rows.length === 0) return
  await db()
    .insert(teams)
    .values(rows)
    .onConflictDoUpdate({
      target: teams.id,
      set: excluded(teams, rows, 'id'),
      setWhere: lt(teams.asked, sql`excluded.asked`),
    })
}

/** What has moved to another team takes along the interviews that name no team of their own. */
export async function storeFlows(page: Asked<RibbonFlow>[]): Promise<void> {
  const rows = eachOnce(page).map((flow) => toRow(flow))
  if (rows.length === 0) return
  await db().transaction(async (tx) => {
    const written = await tx
      .insert(flows)
      .values(rows)
      .onConflictDoUpdate({
        target: flows.id,
        set: excluded(flows, rows, 'id'),
        setWhere: lt(flows.asked, sql`excluded.asked`),
      })
      .returning({ id: flows.id, title: flows.title })
    await indexTitles(tx, written)
    await takeAlong(
      tx,
      rows.map(({ id }) => id),
    )
  })
}

function toRow({ asked, ...flow }: Asked<RibbonFlow>) {
  const { id, teamId, title, language, questions, hasVideo } = flow
  const [titleKey, contentHash] = [sortKey(title), JSON.stringify(flow)]
  return { id, teamId, title, titleKey, language, questions, hasVideo, contentHash, goneAt: null, asked }
}

/** Of all that arrived, each once, the last of them, in the order in which rows are locked. */
function eachOnce<T extends { id: string }>(arrived: T[]): T[] {
  return [...new Map(arrived.map((one) => [one.id, one])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

async function takeAlong(tx: Transaction, flowIds: string[]) {
  const hasMoved = and(
    eq(flows.id, interviews.flowId),
    isNotNull(flows.teamId),
    sql`${interviews.teamId} IS DISTINCT FROM ${flows.teamId}`,
  )
  const locked = tx
    .select({ id: interviews.id })
    .from(interviews)
    .innerJoin(flows, hasMoved)
    .where(and(interviews.followsFlow, inArray(flows.id, flowIds)))
    .orderBy(interviews.id)
    .for('no key update', { of: interviews })
  await tx
    .update(interviews)
    .set({ teamId: sql`${flows.teamId}`, updatedAt: sql`now()` })
    .from(flows)
    .where(and(inArray(interviews.id, locked), hasMoved))
}

/** Ribbon, asked at that place, does not know it any more: it has been archived. Its interviews remain. */
export async function markGoneFlow(id: string, asked: number): Promise<void> {
  await db()
    .update(flows)
    .set({ goneAt: sql`now()`, asked })
    .where(and(eq(flows.id, id), lt(flows.asked, asked)))
}
