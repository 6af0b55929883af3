import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { encode } from 'next-auth/jwt'
import { startReplica } from '../../e2e/replica'
import { SESSION_COOKIE } from '../../lib/auth/session-cookie'
import { givenViewer } from '../../lib/db/testing/fixtures'
import { env } from '../../lib/env'
import { Random } from '../../sandbox/synthetic/random'
import type { OnPostgres } from '../on-postgres'
import { percentile } from '../percentile'
import { round } from '../round'
import { readWhole } from './read-whole'
import { Replicas, type Times } from './replicas'
import { timesByRoute } from './times-by-route'
import { ARRIVAL_MS, type Seen, visit } from './visitor'

const MEMBERS = 500
/** After the last has come, so that none is at their first page any more. */
const SETTLED_MS = 15_000
const PHASE_MS = 90_000
/** How often the machine itself is asked how long it takes, by an answer for which nothing is looked up. */
const LOOK_MS = 100

/**
 * Members at work on two replicas, as their browsers are, and on one once the other is killed; against an answer for which
 * nothing is looked up, in the same moments. The aim is a p95 of 150 ms and no failure.
 */
export async function measureMembersAtWork(installation: OnPostgres, seen: Seen) {
  const replica = await startReplica(installation)
  const replicas = new Replicas([installation.origin, replica.origin], installation.origin)
  const cookies = await beginSessions()
  const stopped = new AbortController()
  setMaxListeners(0, stopped.signal)
  const bare: number[] = []
  const work = [
    ...cookies.map((cookie, index) =>
      visit(replicas, { cookie, seen, random: new Random(`${index}`) }, stopped.signal),
    ),
    askBare(installation.origin, bare, stopped.signal),
  ]
  await pause(ARRIVAL_MS + SETTLED_MS)
  const phase = async (name: string) => {
    replicas.take()
    bare.length = 0
    await pause(PHASE_MS)
    return told(name, replicas.take(), [...bare])
  }
  const both = await phase('two replicas')
  replica.app.signal('SIGKILL')
  const one = await phase('one, the other killed at its beginning')
  stopped.abort()
  await Promise.all(work)
  console.log(`\n${MEMBERS} members at work; the aim is a p95 of 150 ms and no failure`)
  console.table([both.row, one.row])
  console.log('By route, with two replicas')
  console.table(both.byRoute)
  for (const failure of new Set([...both.failures, ...one.failures].slice(0, 20))) console.log(failure)
}

async function beginSessions(): Promise<string[]> {
  const cookies: string[] = []
  for (let member = 0; member < MEMBERS; member++) {
    const { sessionId } = await givenViewer({ role: member % 5 === 0 ? 'recruiter' : 'reviewer' })
    const token = await encode({ token: { sid: sessionId }, secret: env().NEXTAUTH_SECRET })
    cookies.push(`${SESSION_COOKIE}=${token}`)
  }
  return cookies
}

async function askBare(origin: string, times: number[], stopped: AbortSignal) {
  while (!stopped.aborted) {
    const began = performance.now()
    await readWhole(`${origin}/api/health/live`, {})
    times.push(performance.now() - began)
    await pause(LOOK_MS, undefined, { signal: stopped }).catch(() => {})
  }
}

function told(name: string, { served, failures, elsewhere }: Times, bare: number[]) {
  const times = served.map(({ ms }) => ms)
  const p95 = percentile(times, 95)
  const bareP95 = percentile(bare, 95)
  const row = {
    name,
    'requests/s': round((served.length / PHASE_MS) * 1000),
    'p50 ms': round(percentile(times, 50)),
    'p95 ms': round(p95),
    'p99 ms': round(percentile(times, 99)),
    'bare p95 ms': round(bareP95),
    ratio: round(p95 / bareP95),
    failures: failures.length,
    'asked elsewhere': elsewhere,
  }
  return { row, failures, byRoute: timesByRoute(served) }
}
