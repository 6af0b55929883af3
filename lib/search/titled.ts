import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { isAmong } from '../db/among'
import { flowTexts } from '../db/schema/search'
import type { Phrase } from './query'
import { says, wantedAt, type Wanted } from './says'

/** The flows that meet a term, where they are few enough to be named; else it is asked of each interview's flow. */
export type TermFlows = { flowIds: string[]; isOfManyFlows: boolean }

/** Whether any flow meets it. */
export function isOfSomeFlow({ flowIds, isOfManyFlows }: TermFlows): boolean {
  return isOfManyFlows || flowIds.length > 0
}

/** The ids of the flows whose titles say it. */
export function flowsTitled(wanted: Wanted): SQL {
  const { flowId, lexemes, title } = flowTexts
  return sql`SELECT ${flowId} FROM ${flowTexts} WHERE ${says({ lexemes, folded: title }, wanted)}`
}

/** That this is a flow that meets the term; never unknown. */
export function isTitled(flowId: PgColumn | SQL, term: Phrase & TermFlows): SQL {
  const isOne = term.isOfManyFlows
    ? sql`${flowId} IN (${flowsTitled(wantedAt('t', term))})`
    : isAmong(flowId, term.flowIds)
  return sql`(${isOne}) IS TRUE`
}
