import { encode } from 'next-auth/jwt'
import { sql } from 'drizzle-orm'
import { readSessionId, SESSION_COOKIE } from '../lib/auth/session-cookie'
import { findViewerBySession, may, type Viewer } from '../lib/auth/viewer'
import { db } from '../lib/db/client'
import { givenViewer } from '../lib/db/testing/fixtures'
import { givenFlow } from '../lib/db/testing/interview'
import { env } from '../lib/env'
import type { InterviewId } from '../lib/interviews/interview-id'
import { parseInterviewFilter } from '../lib/interviews/list/filter'
import { findNeighbours, listInterviews } from '../lib/interviews/list/queries'
import { findReview } from '../lib/review/queries'
import { onPostgres } from './on-postgres'
import { percentile } from './percentile'
import { round } from './round'
import { corpusInterview } from './search-corpus'
import { storeMade } from './store-made'

const INTERVIEWS = 500
const WORDS = 1_500
const VISITS = 300

/** What it costs a candidate's page to know who asks, of what it asks the database and of the page as it is served; on PostgreSQL. */
export function measureViewerCheck() {
  return onPostgres(async ({ origin }) => compare(origin, await givenInterviews()))
}

async function compare(origin: string, ids: InterviewId[]) {
  const viewer = await givenViewer({ role: 'reviewer', teams: ['team_a', 'team_b'] })
  const token = await encode({ token: { sid: viewer.sessionId }, secret: env().NEXTAUTH_SECRET })
  const cookies = { get: (name: string) => (name === SESSION_COOKIE ? { value: token } : undefined) }
  const headers = { cookie: `${SESSION_COOKIE}=${token}` }
  const times = { check: [] as number[], asked: [] as number[], served: [] as number[] }
  for (let visit = 0; visit < VISITS; visit++) {
    const id = ids[visit % ids.length]
    if (!id) throw new Error('there is no interview')
    times.check.push(await millisecondsOf(() => checkViewer(cookies)))
    times.asked.push(await millisecondsOf(() => readPage(viewer, id)))
    times.served.push(await millisecondsOf(() => readServed(`${origin}/candidates/${id}`, headers)))
  }
  const check = middle(times.check)
  const share = (page: number) => Math.round((check / (page - check)) * 1000) / 10
  console.log(`\nWhat it costs a candidate’s page to know who asks, medians of ${VISITS} visits`)
  console.table({
    'the check': { ms: round(check) },
    'what the page asks besides': { ms: round(middle(times.asked)), 'more %': share(middle(times.asked) + check) },
    'the page as it is served': { ms: round(middle(times.served)), 'more %': share(middle(times.served)), 'aim %': 5 },
  })
}

type Cookies = Parameters<typeof readSessionId>[0]

/** As `lib/auth/viewer` does on every request. */
async function checkViewer(cookies: Cookies) {
  const sessionId = await readSessionId(cookies)
  const viewer = sessionId && (await findViewerBySession(sessionId))
  if (!viewer || !may(viewer, 'interview.read')) throw new Error('the viewer may not')
}

/** As `app/(app)/candidates/[interviewId]/page.tsx` asks. */
async function readPage(viewer: Viewer, id: InterviewId) {
  await Promise.all([findReview(viewer, id), findNeighbours(viewer, parseInterviewFilter(new URLSearchParams()), id)])
}

async function readServed(url: string, headers: Record<string, string>) {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  await response.arrayBuffer()
}

async function givenInterviews(): Promise<InterviewId[]> {
  await givenFlow({ id: 'flow_0', title: 'Night shift supervisor' })
  await storeMade(INTERVIEWS, (index) => corpusInterview(index, { words: WORDS, flows: 1 }))
  const everybody = await givenViewer({ role: 'admin' })
  const { items } = await listInterviews(everybody, parseInterviewFilter(new URLSearchParams('limit=100&flow=flow_0')))
  await db().execute(sql`INSERT INTO teams (id, name) VALUES ('team_a', 'A') ON CONFLICT DO NOTHING`)
  await db().execute(sql`UPDATE interviews SET team_id = 'team_a'`)
  await db().execute(sql`VACUUM ANALYZE`)
  return items.map(({ id }) => id as InterviewId)
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function middle(times: number[]): number {
  return percentile(times, 50)
}
