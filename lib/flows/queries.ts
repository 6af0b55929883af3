import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { flowInScope, flowIsWhole } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { codePointOrder } from '../db/code-point-order'
import { flowSettings } from '../db/schema/flow-settings'
import { flows } from '../db/schema/interviews'
import { BLIND, findBlindness } from './blindness'
import type { Blindness, Flow } from './flow'
import { requireFlow } from './require-flow'

/** Those of the reader's teams and those of interviews they see; archived ones too. In the order of their titles. */
export async function listFlows(reader: Reader): Promise<Flow[]> {
  const { id, title, teamId, language } = flows
  const rows = await db()
    .select({ id, title, teamId, language, ...BLIND, isWhole: sql<boolean>`coalesce(${flowIsWhole(reader)}, false)` })
    .from(flows)
    .leftJoin(flowSettings, eq(flowSettings.flowId, id))
    .where(flowInScope(reader))
    .orderBy(codePointOrder(flows.titleKey), id)
  return rows.map(({ colleagues, assessment, ...flow }) => ({ ...flow, blind: { colleagues, assessment } }))
}

/** What a flow hides, one that Ribbon does not list any more too. Throws `flow_not_found`. */
export async function findFlowBlindness(reader: Reader, flowId: string): Promise<Blindness> {
  await requireFlow(reader, flowId, db())
  const { colleagues, assessment } = await findBlindness(db(), flowId)
  return { colleagues, assessment }
}
