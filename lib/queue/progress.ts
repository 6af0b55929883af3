import 'server-only'
import { isNull, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { codePointOrder } from '../db/code-point-order'
import type { Queue, QueueFlow } from './queue'
import { sittingSince } from './since-last-visit'
import { wantedOf } from './waiting'

/** How far a member is: with each flow of which something waits, and in this sitting. */
export async function findProgress(viewer: Viewer, flowId: string | null): Promise<Pick<Queue, 'flows' | 'sitting'>> {
  const wanted = wantedOf(viewer, flowId)
  const { flowTitle, flowTitleKey, dueOn, isJudged, castAt, skippedAt } = wanted
  const since = sittingSince(viewer)
  const rows = await db()
    .select({
      id: wanted.flowId,
      title: flowTitle,
      done: sql<number>`(count(*) FILTER (WHERE ${isJudged}))::int`,
      total: sql<number>`count(*)::int`,
      // What is skipped stands elsewhere, with its own day.
      dueOn: sql<string | null>`(min(${dueOn}) FILTER (WHERE NOT ${isJudged} AND ${isNull(skippedAt)}))::text`,
      judged: sql<number>`(count(*) FILTER (WHERE ${isJudged} AND ${castAt} > ${since}))::int`,
      skipped: sql<number>`(count(*) FILTER (WHERE NOT ${isJudged} AND ${skippedAt} > ${since}))::int`,
    })
    .from(wanted)
    .groupBy(wanted.flowId, flowTitle, flowTitleKey)
    .orderBy(codePointOrder(flowTitleKey), wanted.flowId)
  const sitting = { judged: 0, skipped: 0 }
  const flows: QueueFlow[] = []
  for (const { judged, skipped, ...flow } of rows) {
    sitting.judged += judged
    sitting.skipped += skipped
    if (flow.done < flow.total) flows.push(flow)
  }
  return { flows, sitting }
}
