import { createHash } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { sql } from 'drizzle-orm'
import { listAttempts } from '../lib/attempts/queries'
import { sealEvents } from '../lib/audit/seal'
import { listStored } from '../lib/audit/stored'
import { verifyEvents } from '../lib/audit/verify'
import { operator } from '../lib/auth/operator'
import { readSessionId, SESSION_COOKIE } from '../lib/auth/session-cookie'
import { findViewerBySession, may, type Viewer } from '../lib/auth/viewer'
import { listCorrections } from '../lib/corrections/queries'
import { closePool, db, limitStatements, LONG_STATEMENT_MS } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { givenViewer } from '../lib/db/testing/fixtures'
import { givenFlow } from '../lib/db/testing/interview'
import { env } from '../lib/env'
import type { InterviewId } from '../lib/interviews/interview-id'
import { parseInterviewFilter } from '../lib/interviews/list/filter'
import { findNeighbours, listInterviews } from '../lib/interviews/list/queries'
import { listScoreVersions } from '../lib/interviews/queries'
import { storeInterviews } from '../lib/mirror/store/interview'
import { takePlace } from '../lib/mirror/store/order'
import { findReview } from '../lib/review/queries'
import { listVotes } from '../lib/votes/queries'
import { percentile } from './percentile'
import { startPostgres, workOn } from './postgres'
import { corpusInterview } from './search-corpus'

const EVENTS = Number(process.env.BENCH_EVENTS ?? 300_000)
const INTERVIEWS = 500
const WORDS = 1_500
const VISITS = 300
const ROUNDS = 3
const PAGE = 2_000

/** What an audit log of this size costs to verify, and what it costs a candidate's page to know who asks; on PostgreSQL. */
export async function measureAuth() {
  const postgres = await startPostgres()
  workOn(postgres, { RIBBON_API_KEY: crypto.randomUUID() })
  limitStatements(LONG_STATEMENT_MS)
  try {
    await migrate()
    await compareVisits()
    await compareVerification()
  } finally {
    await closePool()
    await postgres.stop()
  }
}

async function compareVerification() {
  await db().execute(sql`
    INSERT INTO audit_events (encoding, actor_kind, actor_id, session_id, origin, code, about, payload)
    SELECT 2, 'member', gen_random_uuid(), gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), 'note.written',
      gen_random_uuid()::text, jsonb_build_object('noteId', gen_random_uuid(), 'parentId', NULL)
    FROM generate_series(1, ${EVENTS}) AS n`)
  const sealing = await seconds(() => sealEvents())
  await db().execute(sql`VACUUM ANALYZE`)
  const rounds = { verify: [] as number[], baseline: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    rounds.baseline.push(await seconds(readAndHash))
    rounds.verify.push(await seconds(verifyAll))
  }
  const rate = (times: number[]) => Math.round(EVENTS / percentile(times, 50))
  const [verify, baseline] = [rate(rounds.verify), rate(rounds.baseline)]
  console.log(`\nVerifying an audit log of ${EVENTS} events, events per second`)
  console.table([
    {
      verified: verify,
      'read, written as JSON and hashed once': baseline,
      ratio: Math.round((verify / baseline) * 100) / 100,
      aim: 100_000,
      sealed: Math.round(EVENTS / sealing),
    },
  ])
}

async function verifyAll() {
  const verdict = await verifyEvents(operator(), [])
  if (verdict.flaw !== null || verdict.head.size < EVENTS) throw new Error('the log is not as it was written')
}

/** The same rows, with the least that could tell one log from another. */
async function readAndHash() {
  const hash = createHash('sha256')
  for (let after = 0; ;) {
    const events = await listStored(db(), { after, upTo: Number.MAX_SAFE_INTEGER, limit: PAGE })
    const last = events.at(-1)
    if (!last) return hash.digest()
    for (const event of events) hash.update(JSON.stringify(event))
    after = last.seq
  }
}

async function compareVisits() {
  const ids = await givenInterviews()
  const viewer = await givenViewer({ role: 'reviewer', teams: ['team_a', 'team_b'] })
  const token = await encode({ token: { sid: viewer.sessionId }, secret: env().NEXTAUTH_SECRET })
  const cookies = { get: (name: string) => (name === SESSION_COOKIE ? { value: token } : undefined) }
  const times = { checked: [] as number[], given: [] as number[] }
  for (let visit = 0; visit < VISITS; visit++) {
    const id = ids[visit % ids.length]
    if (!id) throw new Error('there is no interview')
    times.given.push(await seconds(() => readPage(viewer, id)))
    times.checked.push(
      await seconds(async () => {
        const sessionId = await readSessionId(cookies)
        const asking = sessionId && (await findViewerBySession(sessionId))
        if (!asking || !may(asking, 'interview.read')) throw new Error('the viewer may not')
        await readPage(asking, id)
      }),
    )
  }
  const [checked, given] = [middle(times.checked), middle(times.given)]
  console.log(`\nWhat a candidate’s page asks for, medians of ${VISITS} visits`)
  console.table([
    {
      'with its viewer checked ms': round(checked),
      'with its viewer given ms': round(given),
      'more %': round((checked / given - 1) * 100),
      'aim %': 5,
    },
  ])
}

/** As `app/(app)/candidates/[interviewId]/page.tsx` asks. */
async function readPage(viewer: Viewer, id: InterviewId) {
  await Promise.all([
    findReview(viewer, id),
    listCorrections(viewer, id),
    listScoreVersions(viewer, id),
    listAttempts(viewer, [id]),
    findNeighbours(viewer, parseInterviewFilter(new URLSearchParams()), id),
  ])
  await listVotes(viewer, id)
}

async function givenInterviews(): Promise<InterviewId[]> {
  await givenFlow({ id: 'flow_0', title: 'Night shift supervisor' })
  const page = Array.from({ length: INTERVIEWS }, (_, index) => corpusInterview(index, { words: WORDS, flows: 1 }))
  const asked = await takePlace()
  await storeInterviews(page.map((interview) => ({ id: interview.id, interview, reply: null, asked })))
  const everybody = await givenViewer({ role: 'admin' })
  const { items } = await listInterviews(everybody, parseInterviewFilter(new URLSearchParams('limit=100')))
  await db().execute(sql`INSERT INTO teams (id, name) VALUES ('team_a', 'A') ON CONFLICT DO NOTHING`)
  await db().execute(sql`UPDATE interviews SET team_id = 'team_a'`)
  await db().execute(sql`VACUUM ANALYZE`)
  return items.map(({ id }) => id as InterviewId)
}

function middle(times: number[]): number {
  return percentile(times, 50) * 1000
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
