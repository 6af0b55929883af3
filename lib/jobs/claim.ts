import 'server-only'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { jobs } from '../db/schema/jobs'
import type { Job, JobProgress } from './job'

/** Renewed while the work lasts: what a dead or paused replica had is free after this, by the database's clock. */
const CLAIM_SECONDS = 15
/** More than any statement takes: one that met a row which another has just written compares with the time at which it began itself. */
export const SLACK_SECONDS = 15

/** The right to do one piece of work, until another one takes it. */
export type Claim = { id: string; claim: string; attempts: number; payload: unknown; cancelRequested: boolean }
export type Claimed = { job: Job; claim: Claim }

/** The work among these jobs that has been due for longest and that nobody does, null when there is none. Its attempt is counted. */
export async function claimNext(among: Job[]): Promise<Claimed | null> {
  const [row] = await db()
    .update(jobs)
    .set({
      claim: crypto.randomUUID(),
      claimedUntil: inSeconds(CLAIM_SECONDS),
      attempts: sql`${jobs.attempts} + 1`,
      ...{ rerunRequested: false, done: null, total: null },
    })
    .where(eq(jobs.id, nextOf(among)))
    .returning()
  const job = among.find(({ kind }) => kind === row?.kind)
  if (!row || !job) return null
  return { job, claim: { ...row, claim: row.claim ?? '' } }
}

/** Also what lies later than anything can, since a clock was set back; what is locked is just being claimed. */
function nextOf(among: Job[]): SQL {
  const known = among.map(({ kind, longestWait }) => ({ kind, longest_wait: longestWait() }))
  return sql`(
    SELECT next.id FROM ${jobs} AS next
    JOIN jsonb_to_recordset(${JSON.stringify(known)}::jsonb) AS known(kind text, longest_wait float8) USING (kind)
    WHERE next.outcome IS NULL
      AND (next.run_at <= now() OR next.run_at > ${inSeconds(SLACK_SECONDS)} + known.longest_wait * interval '1 second')
      AND (next.claim IS NULL OR next.claimed_until <= now() OR next.claimed_until > ${inSeconds(CLAIM_SECONDS + SLACK_SECONDS)})
    ORDER BY next.run_at, next.created_at LIMIT 1 FOR UPDATE OF next SKIP LOCKED)`
}

/** What a heartbeat finds. */
export type Standing = 'held' | 'cancelled' | 'taken over'

export async function renew(claim: Claim, progress?: JobProgress): Promise<Standing> {
  const [row] = await db()
    .update(jobs)
    .set({ claimedUntil: inSeconds(CLAIM_SECONDS), ...progress })
    .where(isHeld(claim))
    .returning({ cancelRequested: jobs.cancelRequested })
  if (!row) return 'taken over'
  return row.cancelRequested ? 'cancelled' : 'held'
}

export function isHeld({ id, claim }: Claim) {
  return and(eq(jobs.id, id), eq(jobs.claim, claim), isNull(jobs.outcome))
}

export function inSeconds(seconds: number): SQL {
  return sql`now() + ${seconds}::float8 * interval '1 second'`
}
