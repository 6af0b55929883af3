import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Executor } from '../db/client'
import { flowDefaults, flowSettings } from '../db/schema/flow-settings'
import type { Blindness } from './flow'

const { blindColleagues, blindAssessment, blindSince } = flowSettings

/** What a flow hides, by its settings where a query joins them. */
export const BLIND = {
  colleagues: sql<boolean>`coalesce(${blindColleagues}, (SELECT ${flowDefaults.blindColleagues} FROM ${flowDefaults}), true)`,
  assessment: sql<boolean>`coalesce(${blindAssessment}, (SELECT ${flowDefaults.blindAssessment} FROM ${flowDefaults}), true)`,
}

/** `since`: from when on it has hidden anything without a break, null for from the beginning. */
export type SetBlindness = Blindness & { since: string | null }

/** What this flow hides; no member asks, so whoever tells it has to know that theirs may see the flow. */
export async function findBlindness(on: Executor, flowId: string): Promise<SetBlindness> {
  const [found] = await on
    .select({ ...BLIND, since: blindSince })
    .from(sql`(SELECT ${flowId}::text AS id) AS asked`)
    .leftJoin(flowSettings, eq(flowSettings.flowId, sql`asked.id`))
  if (!found) throw new Error('a row of one value has none')
  return found
}
