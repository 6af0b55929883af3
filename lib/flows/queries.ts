import 'server-only'
import { eq, sql, type SQL } from 'drizzle-orm'
import { flowInScope, flowIsWhole } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { codePointOrder } from '../db/code-point-order'
import { jsonList } from '../db/json-list'
import { NOTHING } from '../db/nothing'
import { flowSettings } from '../db/schema/flow-settings'
import { flows } from '../db/schema/interviews'
import type { Team } from '../teams/team'
import { teamsOf } from '../teams/of-reader'
import { BLIND, findBlindness } from './blindness'
import type { Blindness, Flow, NamedFlow } from './flow'
import { requireFlow } from './require-flow'

/** Those of the reader's teams and those of interviews they see; archived ones too. In the order of their titles. */
export async function listFlows(reader: Reader): Promise<Flow[]> {
  const { id, title, teamId, language } = flows
  const rows = await db()
    .select({ id, title, teamId, language, ...BLIND, isWhole: isWholeTo(reader) })
    .from(flows)
    .leftJoin(flowSettings, eq(flowSettings.flowId, id))
    .where(flowInScope(reader))
    .orderBy(BY_TITLE)
  return rows.map(({ colleagues, assessment, ...flow }) => ({ ...flow, blind: { colleagues, assessment } }))
}

/** The same flows by their names, and the reader's teams. */
export async function listTeamsAndFlows(reader: Reader): Promise<{ teams: Team[]; flows: NamedFlow[] }> {
  const { id, title, teamId } = flows
  const named = jsonList(
    { id, title, teamId, isWhole: isWholeTo(reader) },
    { from: sql`FROM ${flows} WHERE ${flowInScope(reader)} ORDER BY ${BY_TITLE}`, read: (flow) => flow },
  )
  const [found] = await db()
    .select({ teams: teamsOf(reader), flows: named })
    .from(NOTHING)
  return found ?? { teams: [], flows: [] }
}

const BY_TITLE = sql`${codePointOrder(flows.titleKey)}, ${flows.id}`

function isWholeTo(reader: Reader): SQL<boolean> {
  return sql<boolean>`coalesce(${flowIsWhole(reader)}, false)`
}

/** What a flow hides, one that Ribbon does not list any more too. Throws `flow_not_found`. */
export async function findFlowBlindness(reader: Reader, flowId: string): Promise<Blindness> {
  await requireFlow(reader, flowId, db())
  const { colleagues, assessment } = await findBlindness(db(), flowId)
  return { colleagues, assessment }
}
