import 'server-only'
import { and, asc, eq, ne, not, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { flowInScope, flowIsWhole, namesFlow } from '../auth/scope'
import type { Viewer } from '../auth/viewer'
import { db, type Executor } from '../db/client'
import { flowSettings } from '../db/schema/flow-settings'
import { flows } from '../db/schema/interviews'
import { nameReveals } from '../db/schema/ratings'
import { DebriefError } from '../errors'
import { flowIdOfParameter } from '../flows/flow-id'
import { interviewsOf, seen } from '../interviews/seen'
import { questionKey } from '../transcript/question-key'
import { MOST_QUESTIONS } from '../transcript/answers'
import type { ComparedFlow, Names } from './compared'

/** What a flow is for whoever compares its candidates; `script` has each question of today once, and none where they see single interviews of it. */
export type SeenFlow = {
  id: string
  title: string | null
  language: string | null
  isWhole: boolean
  script: { key: string; text: string }[]
  names: Names
}

const isAsked = (column: PgColumn) => eq(column, sql`asked.id`)

/** Throws `flow_not_found` when absent and when none of the reader's: a stranger must not tell them apart. */
export async function requireComparedFlow(viewer: Viewer, wanted: string, on: Executor = db()): Promise<SeenFlow> {
  const flowId = flowIdOfParameter(wanted)
  const [row] = await on
    .select({
      ...{ listedId: flows.id, title: flows.title, language: flows.language, questions: flows.questions },
      isOfTeam: sql<boolean>`coalesce(${flowIsWhole(viewer)}, false)`,
      hidesNames: sql<boolean>`coalesce(${flowSettings.hidesNames}, false)`,
      revealedAt: nameReveals.revealedAt,
    })
    .from(sql`(SELECT ${flowId}::text AS id) AS asked`)
    .leftJoin(flows, and(isAsked(flows.id), flowInScope(viewer)))
    .leftJoin(flowSettings, isAsked(flowSettings.flowId))
    .leftJoin(nameReveals, and(isAsked(nameReveals.flowId), eq(nameReveals.memberId, viewer.memberId)))
  // One that Ribbon never listed is known by its interviews.
  const isSeen = row && (row.listedId !== null || (await on.$count(interviewsOf(viewer), eq(seen.flowId, flowId))) > 0)
  if (!isSeen) throw new DebriefError('flow_not_found')

  const { title, language, questions, hidesNames } = row
  const isWhole = namesFlow(viewer, flowId) || row.isOfTeam
  const revealedAt = row.revealedAt && new Date(row.revealedAt).toISOString()
  const names = { areHidden: hidesNames && revealedAt === null, areHiddenByFlow: hidesNames, revealedAt }
  return { id: flowId, title, language, isWhole, script: scriptOf((isWhole && questions) || []), names }
}

export function toComparedFlow({ id, title, language, isWhole, names }: SeenFlow): ComparedFlow {
  return { id, title, language, isWhole, names }
}

function scriptOf(questions: string[]): SeenFlow['script'] {
  const byKey = new Map<string, string>()
  for (const text of questions.slice(0, MOST_QUESTIONS)) {
    const key = questionKey(text)
    if (!byKey.has(key)) byKey.set(key, text)
  }
  return Array.from(byKey, ([key, text]) => ({ key, text }))
}

/** That an interview was taken, and there is nothing of it to compare. */
export const LACKS_TRANSCRIPT = and(ne(seen.state, 'not_taken'), not(seen.hasTranscript))

/** The order in which interviews came, which stays what it is. */
export const BY_ARRIVAL = [asc(seen.firstSeenIn), asc(seen.id)]

/** The ids of all interviews of a flow that this reader sees. */
export async function idsByArrival(viewer: Viewer, flowId: string): Promise<string[]> {
  const rows = await db()
    .select({ id: seen.id })
    .from(interviewsOf(viewer))
    .where(eq(seen.flowId, flowId))
    .orderBy(...BY_ARRIVAL)
  return rows.map(({ id }) => id)
}
