import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '../db/client'
import { mirrors } from '../db/schema/mirror'
import { env } from '../env'
import { DebriefError } from '../errors'
import { log } from '../log'
import { fillFacts } from '../review/fill-facts'
import { reindex } from '../search/reindex'
import { inSeconds } from '../jobs/claim'
import { startHeartbeat } from '../jobs/heartbeat'
import { releaseLease, renewLease, shortenRest, takeDueLease, takeLease } from './lease'
import { pause } from '../pause'
import { pull } from './pull'
import { createPace, longestRest, restAfter } from './rest'

/** How often a replica looks whether a pull is due: after a pause or a neighbour's end it is late by no more than this and a lease. */
const LOOK_MS = 2_000
const PATIENCE_MS = 2_000

const pace = createPace()

export type SyncLoop = { stop: () => Promise<void> }
export type Outcome = 'pulled' | 'failed' | 'not ours' | 'stopped'

/** Keeps the mirror current until `stop`, which gives the lease back; a page under way gets two seconds. */
export function startSyncLoop(): SyncLoop {
  const holder = crypto.randomUUID()
  const stopped = new AbortController()
  const running = keep(holder, stopped.signal)
  const stop = async () => {
    stopped.abort()
    await Promise.race([running, pause(PATIENCE_MS)])
    await releaseLease(holder).catch((cause: unknown) => log.warn({ cause }, 'the mirror’s lease was not given back'))
  }
  return { stop }
}

async function keep(holder: string, stopped: AbortSignal): Promise<void> {
  await shortenRest(intervalSeconds()).catch(warnOf)
  while (!stopped.aborted) {
    const isDue = await takeDueLease(holder, longestRest(intervalSeconds())).catch(warnOf)
    if (isDue) await pullOnce(holder, stopped)
    await pause(LOOK_MS, stopped)
  }
}

function warnOf(cause: unknown) {
  log.warn({ cause }, 'the mirror could not look whether a pull is due')
}

/** Pulls when no other replica does, due or not. Never throws: a failure is recorded and shown with the age of the data. */
export async function pullOnce(holder: string, stopped: AbortSignal): Promise<Outcome> {
  const heartbeat = startHeartbeat(() => {
    renewLease(holder).catch((cause: unknown) => log.warn({ cause }, 'the lease was not prolonged'))
  })
  const began = performance.now()
  try {
    if (!(await takeLease(holder))) return 'not ours'
    await reindex(() => goOn(holder, stopped))
    await fillFacts(() => goOn(holder, stopped))
    const { isUnfinished } = await pull(() => goOn(holder, stopped))
    // How long it took says nothing when the process stood still meanwhile.
    const pullSeconds = pace(heartbeat.wasPaused() ? 0 : (performance.now() - began) / 1000)
    const rest = restAfter({ pullSeconds, failures: 0, isMore: isUnfinished }, intervalSeconds())
    const success = { lastSuccessAt: sql`now()`, lastFailureCode: null, lastFailureAt: null, failures: 0 }
    await releaseLease(holder, { ...success, nextPullAt: inSeconds(rest) })
    return 'pulled'
  } catch (error) {
    if (error instanceof Stopped) return 'stopped'
    // Its connections and time limits ran out while it stood still: that is no failure of Ribbon's.
    const recorded = heartbeat.wasPaused() ? recordPause(holder) : recordFailure(holder, error)
    await recorded.catch((cause: unknown) => log.error({ cause }, 'the mirror’s failure could not be recorded'))
    return 'failed'
  } finally {
    heartbeat.stop()
  }
}

async function recordPause(holder: string): Promise<void> {
  log.warn('a pull was interrupted while the process stood still; it begins again')
  await releaseLease(holder, { nextPullAt: sql`now()` })
}

async function recordFailure(holder: string, error: unknown): Promise<void> {
  const code = error instanceof DebriefError ? error.code : 'unexpected'
  log.warn({ code, cause: error }, 'the mirror could not be brought up to date')
  const [row] = await db().select({ failures: mirrors.failures }).from(mirrors)
  const failures = (row?.failures ?? 0) + 1
  const rest = restAfter({ pullSeconds: 0, failures, isMore: false }, intervalSeconds())
  const failure = { lastFailureAt: sql`now()`, lastFailureCode: code, failures }
  await releaseLease(holder, { ...failure, nextPullAt: inSeconds(rest) })
}

class Stopped extends Error {}

async function goOn(holder: string, stopped: AbortSignal) {
  if (stopped.aborted || !(await renewLease(holder))) throw new Stopped()
}

function intervalSeconds() {
  return env().MIRROR_INTERVAL_SECONDS
}
