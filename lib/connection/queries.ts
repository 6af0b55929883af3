import 'server-only'
import { sql } from 'drizzle-orm'
import type { May, Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flows, teams } from '../db/schema/interviews'
import { mirrorLists, ribbonCalls } from '../db/schema/mirror'
import { interviewsOf, seen } from '../interviews/seen'
import { INTERVIEW_STATES, type InterviewState } from '../interviews/interview'
import { findPulls } from '../mirror/pulls'
import type { Connection, ListProgress } from './connection'
import { findUnreadable } from './unreadable'
import { iso, isoOrNull, messageOf } from './values'
import { findWebhooks } from './webhooks'

const STATUSES = ['completed', 'incomplete'] as const

/** How the connection to Ribbon is; it says nothing of what any interview holds. */
export async function findConnection(viewer: May<'connection.read'>): Promise<Connection> {
  const [health, lists, calls, counts, webhooks, unreadable] = await Promise.all([
    findHealth(),
    findLists(),
    findCalls(),
    findCounts(viewer),
    findWebhooks(),
    findUnreadable(),
  ])
  const phase = lists.every(({ passedAt }) => passedAt !== null) ? 'current' : 'backfill'
  return { now: new Date().toISOString(), ...health, phase, lists, calls, counts, webhooks, unreadable }
}

async function findHealth(): Promise<Pick<Connection, 'key' | 'lastSuccessAt' | 'lastFailure'>> {
  const row = await findPulls()
  const code = row?.lastFailureCode
  const key = code === 'ribbon_unauthorized' ? 'refused' : row?.lastSuccessAt ? 'accepted' : 'unknown'
  const lastFailure = code && row.endedAt ? { at: iso(row.endedAt), message: messageOf(code) } : null
  return { key, lastSuccessAt: isoOrNull(row?.lastSuccessAt), lastFailure }
}

async function findLists(): Promise<ListProgress[]> {
  const rows = await db().select().from(mirrorLists)
  return STATUSES.map((status) => {
    const row = rows.find((list) => list.status === status)
    return { status, seen: row?.seen ?? 0, passedAt: isoOrNull(row?.passedAt), order: row?.order ?? null }
  })
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
