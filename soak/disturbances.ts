import { setTimeout as pause } from 'node:timers/promises'
import { clearFaults, injectFault } from '../e2e/sandbox-control'
import type { Application, Role } from './application'
import { signal } from './processes'

const FAULT_SECONDS = 4
/** Longer than a job's claim. */
const PAUSE_SECONDS = 20
/** Shorter than a standing database is noticed. */
const SHORT_PAUSE_SECONDS = 4
/** A database that stands still must be noticed and started again within this. */
const NOTICED_SECONDS = 40
/** What has lost who started it ends within this. */
const ENDED_SECONDS = 30
const LOOK_MS = 200

type World = { application: Application; sandbox: string; stopped: AbortSignal }
/** `ofRibbon`: the others are a process's end or pause, after which Ribbon is well. */
export type Disturbance = { name: string; ofRibbon?: boolean; happen: (world: World) => Promise<void> }

/** What Ribbon may answer, and how often; without `times` all the while. */
const ANSWERS: [name: string, fault: Record<string, unknown>, order?: { route?: string; times?: number }][] = [
  ['Ribbon answers 500', { kind: 'status', status: 500 }],
  ['Ribbon answers 403', { kind: 'status', status: 403 }],
  ['Ribbon answers 401', { kind: 'status', status: 401 }],
  ['Ribbon knows nothing', { kind: 'status', status: 422 }],
  ['Ribbon asks to slow down', { kind: 'rate_limit', retryAfter: 2 }],
  ['Ribbon is slow', { kind: 'latency', ms: 3_000 }],
  ['Ribbon resets connections', { kind: 'reset' }],
  ['Ribbon’s replies are cut', { kind: 'truncate' }],
  ['Ribbon’s replies drip', { kind: 'drip', ms: 50 }, { times: 4 }],
  ['Ribbon’s replies are no JSON', { kind: 'malformed' }],
  ['Ribbon’s replies are deep', { kind: 'deep', depth: 5_000 }],
  ['a reply of 70 MB', { kind: 'huge_body', megabytes: 70 }, { route: '/v1/interviews', times: 3 }],
  ['an item of another shape', { kind: 'wrong_schema', item: true }],
  ['replies of another shape', { kind: 'wrong_schema' }],
  ['Ribbon answers HTML', { kind: 'content_type' }],
  ['Ribbon leads elsewhere', { kind: 'redirect', location: 'http://127.0.0.1:1/' }],
  ['the lists of interviews are empty', { kind: 'empty_list' }, { route: '/v1/interviews' }],
  ['the list of flows is empty', { kind: 'empty_list' }, { route: '/v1/interview-flows' }],
  ['the lists of interviews have no end', { kind: 'endless_list' }, { route: '/v1/interviews', times: 12 }],
]

/** Each of them is met once in a round. */
export const DISTURBANCES: Disturbance[] = [
  ...ANSWERS.map(([name, fault, order]) => ({
    name,
    ofRibbon: true,
    happen: (world: World) => answerSo(world, fault, order),
  })),
  { name: 'SIGKILL of the app', happen: (world) => kill(world, 'server') },
  { name: 'SIGKILL of npm start', happen: (world) => kill(world, 'starter') },
  { name: 'SIGKILL of the database', happen: (world) => kill(world, 'database') },
  { name: 'SIGSTOP of the app', happen: (world) => standStill(world, 'server', PAUSE_SECONDS) },
  { name: 'a short SIGSTOP of the database', happen: (world) => standStill(world, 'database', SHORT_PAUSE_SECONDS) },
  { name: 'SIGSTOP of the database for good', happen: (world) => standStill(world, 'database', NOTICED_SECONDS) },
]

async function answerSo(
  { sandbox, stopped }: World,
  fault: Record<string, unknown>,
  { route = '/v1', times }: { route?: string; times?: number } = {},
) {
  await injectFault(sandbox, { route, method: 'GET', times }, fault)
  await rest(FAULT_SECONDS * 1000, stopped)
  await clearFaults(sandbox)
}

/** Waits until it and, of `npm start`, what it had started are gone, since until then the app may still answer. */
async function kill({ application, stopped }: World, role: Role) {
  const ending = role === 'starter' ? (['starter', 'server', 'database'] as const) : [role]
  const pids = ending.map((one) => requireProcess(application, one))
  signal(pids[0] ?? 0, 'SIGKILL')
  const until = performance.now() + ENDED_SECONDS * 1000
  while (performance.now() < until && !stopped.aborted && pids.some((pid) => signal(pid, 0)))
    await rest(LOOK_MS, stopped)
}

function requireProcess(application: Application, role: Role): number {
  const found = application.find(role)
  if (!found) throw new Error(`There is no ${role} to disturb.`)
  return found.pid
}

/** For so long, or until somebody has ended it. */
async function standStill(world: World, role: Role, seconds: number) {
  const { application, stopped } = world
  const pid = requireProcess(application, role)
  signal(pid, 'SIGSTOP')
  const until = performance.now() + seconds * 1000
  while (performance.now() < until && !stopped.aborted && signal(pid, 0)) await rest(LOOK_MS, stopped)
  signal(pid, 'SIGCONT')
}

function rest(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return pause(milliseconds, undefined, { signal: stopped }).catch(() => {})
}
