import 'server-only'
import { lt, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { ribbonCalls } from '../db/schema/mirror'
import { log } from '../log'
import { takeCount } from '../ribbon/call-count'

const EVERY_MS = 10_000
const KEPT_HOURS = 24

/** Adds this process's calls to those of the other replicas, by the minute, until `stop`. */
export function startCallLog(): { stop: () => Promise<void> } {
  const timer = setInterval(() => {
    recordCalls().catch((cause: unknown) => log.warn({ cause }, 'the calls to Ribbon were not recorded'))
  }, EVERY_MS)
  const stop = async () => {
    clearInterval(timer)
    await recordCalls()
  }
  return { stop }
}

export async function recordCalls(): Promise<void> {
  const { calls, failures } = takeCount()
  if (calls === 0) return
  const more = { calls: sql`${ribbonCalls.calls} + ${calls}`, failures: sql`${ribbonCalls.failures} + ${failures}` }
  await db()
    .insert(ribbonCalls)
    .values({ minute: sql`date_trunc('minute', now())`, calls, failures })
    .onConflictDoUpdate({ target: ribbonCalls.minute, set: more })
  await db()
    .delete(ribbonCalls)
    .where(lt(ribbonCalls.minute, sql`now() - ${KEPT_HOURS}::int * interval '1 hour'`))
}
