import 'server-only'
import { eq, sql, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { mirrors } from '../db/schema/mirror'
import { env } from '../env'
import { DebriefError } from '../errors'
import { log } from '../log'
import { reindex } from '../search/reindex'
import { keepLease, MIRROR, releaseLease, takeLease } from './lease'
import { pause } from './pause'
import { pull } from './pull'

const LONGEST_BACKOFF = 8
/** A pull reads everything, so a slow one makes the pause after it longer: at most a tenth of the time is spent pulling. */
const REST = 9
const PATIENCE_MS = 2_000

export type Keeper = { stop: () => Promise<void> }

/** Keeps the mirror current until `stop`, which gives the lease back; a page under way gets two seconds. */
export function startKeeper(): Keeper {
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
  for (let failures = 0; !stopped.aborted;) {
    const began = Date.now()
    const outcome = await pullOnce(holder, stopped)
    failures = outcome === 'failed' ? failures + 1 : 0
    const backoff = Math.min(2 ** failures, LONGEST_BACKOFF) * intervalMs()
    const rest = Math.max(backoff, outcome === 'pulled' ? (Date.now() - began) * REST : 0)
    if (stopped.aborted) return

    await keepLease(holder, rest / 1000).catch((cause: unknown) => log.warn({ cause }, 'the lease was not prolonged'))
    await pause(rest, stopped)
  }
}

/** Pulls when no other replica does. Never throws: a failure is recorded and shown with the age of the data. */
export async function pullOnce(
  holder: string,
  stopped: AbortSignal,
): Promise<'pulled' | 'failed' | 'not ours' | 'stopped'> {
  try {
    if (!(await takeLease(holder))) return 'not ours'
    await reindex(() => goOn(holder, stopped))
    await pull({ onPage: () => goOn(holder, stopped) })
    await record({ lastSuccessAt: sql`now()`, lastFailureCode: null, lastFailureAt: null })
    return 'pulled'
  } catch (error) {
    if (error instanceof Stopped) return 'stopped'
    const code = error instanceof DebriefError ? error.code : 'unexpected'
    log.warn({ code, cause: error }, 'the mirror could not be brought up to date')
    await record({ lastFailureAt: sql`now()`, lastFailureCode: code }).catch((cause: unknown) =>
      log.error({ cause }, 'the mirror’s failure could not be recorded'),
    )
    return 'failed'
  }
}

class Stopped extends Error {}

async function goOn(holder: string, stopped: AbortSignal) {
  if (stopped.aborted || !(await takeLease(holder))) throw new Stopped()
}

type Outcome = Partial<Record<'lastSuccessAt' | 'lastFailureAt' | 'lastFailureCode', SQL | string | null>>

function record(outcome: Outcome) {
  return db().update(mirrors).set(outcome).where(eq(mirrors.id, MIRROR))
}

function intervalMs() {
  return env().MIRROR_INTERVAL_SECONDS * 1000
}
