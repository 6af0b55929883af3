import 'server-only'
import { and, isNull, ne, or, inArray, eq, sql } from 'drizzle-orm'
import type { May, Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flows, teams } from '../db/schema/interviews'
import { mirrorLists, ribbonCalls, unreadableItems } from '../db/schema/mirror'
import { env } from '../env'
import { interviewsOf, seen } from '../interviews/seen'
import { INTERVIEW_STATES, type InterviewState } from '../interviews/interview'
import { findPulls } from '../mirror/pulls'
import { findFreshness } from '../mirror/queries'
import type { Connection, ListProgress } from './connection'
import { doubtsOf } from './doubts'
import { readingOf } from './reading'
import { findRecordings } from './recordings'
import { findUnreadable } from './unreadable'
import { iso, isoOrNull, messageOf } from './values'
import { findWebhooks } from './webhooks'

const STATUSES = ['completed', 'incomplete'] as const

/** How the connection to Ribbon is; it says nothing of what any interview holds. */
export async function findConnection(viewer: May<'connection.read'>): Promise<Connection> {
  const now = Date.now()
  const everySeconds = env().MIRROR_INTERVAL_SECONDS
  const [{ isOverdue, ...health }, lists, calls, counts, webhooks, unreadable, missing, recordings] = await Promise.all(
    [
      findHealth(viewer),
      findLists(),
      findCalls(),
      findCounts(viewer),
      findWebhooks(),
      findUnreadable(),
      countMissing(viewer),
      findRecordings(viewer),
    ],
  )
  const here = counts.ready + counts.processing + counts.not_taken - counts.gone
  const doubts = doubtsOf({
    ...{ key: health.key, isFailing: health.lastFailure !== null, isOverdue, lists, now, everySeconds },
    ...{ announced: webhooks.waiting, unreadable: unreadable.total },
  })
  return {
    ...{ now: new Date(now).toISOString(), ...health, doubts, everySeconds },
    ...{ here, listed: here + missing, comparedAt: earliest(lists), reading: readingOf(lists, now), recordings },
    phase: lists.every(({ passedAt }) => passedAt !== null) ? 'current' : 'backfill',
    ...{ lists, calls, counts, webhooks, unreadable },
  }
}

async function findHealth(viewer: Viewer) {
  const row = await findPulls()
  const { stale, failure } = await findFreshness(viewer, row)
  const code = row?.lastFailureCode
  const key: Connection['key'] =
    code === 'ribbon_unauthorized' ? 'refused' : row?.lastSuccessAt ? 'accepted' : 'unknown'
  const lastFailure = code && row.endedAt ? { at: iso(row.endedAt), message: messageOf(code) } : null
  return { key, lastSuccessAt: isoOrNull(row?.lastSuccessAt), lastFailure, isOverdue: stale && failure === null }
}

async function findLists(): Promise<ListProgress[]> {
  const rows = await db().select().from(mirrorLists)
  return STATUSES.map((status) => {
    const row = rows.find((list) => list.status === status)
    return {
      ...{ status, seen: row?.seen ?? 0, order: row?.order ?? null, about: row?.about ?? null },
      passedAt: isoOrNull(row?.passedAt),
      comparedAt: isoOrNull(row?.comparedAt),
      beganAt: isoOrNull(row?.beganAt),
      isUnderWay: (row?.nextOffset ?? 0) > 0,
    }
  })
}

/** Null where one has never been compared. */
function earliest(lists: ListProgress[]): string | null {
  const times = lists.map(({ comparedAt }) => comparedAt)
  return times.includes(null) ? null : (times.filter((time) => time !== null).toSorted()[0] ?? null)
}

/** What Ribbon lists and could not be read, so that it is not here in any form. */
async function countMissing(viewer: Viewer): Promise<number> {
  const { kind, place, reason } = unreadableItems
  const isOfList = and(inArray(kind, [...STATUSES]), ne(reason, 'list_endless'))
  const [row] = await db()
    .select({ missing: sql<number>`count(*)::int` })
    .from(unreadableItems)
    .leftJoin(interviewsOf(viewer), eq(seen.id, place))
    .where(or(isOfList, and(eq(kind, 'interview'), isNull(seen.id))))
  return row?.missing ?? 0
}

const within = (interval: string) => sql`${ribbonCalls.minute} > now() - ${interval}::interval`

async function findCalls(): Promise<Connection['calls']> {
  const [row] = await db()
    .select({
      // The minute that is under way and the one before it: what was called in the last sixty seconds lies in them.
      lastMinute: sql<number>`coalesce(max(${ribbonCalls.calls}) FILTER (WHERE ${within('2 minutes')}), 0)::int`,
      lastHour: sql<number>`coalesce(sum(${ribbonCalls.calls}) FILTER (WHERE ${within('1 hour')}), 0)::int`,
      failuresLastHour: sql<number>`coalesce(sum(${ribbonCalls.failures}) FILTER (WHERE ${within('1 hour')}), 0)::int`,
    })
    .from(ribbonCalls)
  return row ?? { lastMinute: 0, lastHour: 0, failuresLastHour: 0 }
}

async function findCounts(viewer: Viewer): Promise<Connection['counts']> {
  const rows = await db()
    .select({ state: seen.state, count: sql<number>`count(*)::int`, gone: sql<number>`count(gone_at)::int` })
    .from(interviewsOf(viewer))
    .groupBy(seen.state)
  const states = Object.fromEntries(
    INTERVIEW_STATES.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]),
  ) as Record<InterviewState, number>
  const gone = rows.reduce((sum, row) => sum + row.gone, 0)
  return { ...states, gone, flows: await db().$count(flows), teams: await db().$count(teams) }
}
