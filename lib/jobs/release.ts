import 'server-only'
import { sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { db } from '../db/client'
import { EMPTY, jobs } from '../db/schema/jobs'
import type { FailureCode } from '../errors'
import { inSeconds, isHeld, type Claim } from './claim'

/** What ends needs no payload any more, which may be of somebody who is to be forgotten. */
const ended = (outcome: 'done' | 'failed' | 'cancelled') => ({
  outcome: sql`CASE WHEN rerun_requested THEN NULL ELSE ${outcome} END`,
  payload: sql`CASE WHEN rerun_requested THEN ${jobs.payload} ELSE ${EMPTY} END`,
})
/** What was asked for again meanwhile begins anew. */
const anew = { attempts: sql`CASE WHEN rerun_requested THEN 0 ELSE attempts END`, endedAt: sql`now()` }

export function complete(claim: Claim): Promise<void> {
  return release(claim, { ...anew, ...ended('done'), lastFailureCode: null })
}

/** A run of a recurring job is over; the next begins in so many seconds. */
export function completeRun(claim: Claim, againInSeconds: number): Promise<void> {
  const next = { runAt: unlessDue(againInSeconds), attempts: 0 }
  return release(claim, { ...next, endedAt: sql`now()`, lastSuccessAt: sql`now()`, lastFailureCode: null })
}

export function retryLater(claim: Claim, afterSeconds: number, lastFailureCode: FailureCode): Promise<void> {
  return release(claim, { ...anew, runAt: unlessDue(afterSeconds), lastFailureCode })
}

export function giveUp(claim: Claim, lastFailureCode: FailureCode): Promise<void> {
  return release(claim, { ...anew, ...ended('failed'), lastFailureCode })
}

export function endCancelled(claim: Claim): Promise<void> {
  return release(claim, { ...anew, ...ended('cancelled') })
}

/** As if it had not been claimed, and due. */
export function giveBack(claim: Claim): Promise<void> {
  return release(claim, { attempts: sql`greatest(attempts - 1, 0)`, runAt: sql`least(run_at, now())` })
}

/** Who asked for it again has said when. */
function unlessDue(seconds: number) {
  return sql`CASE WHEN rerun_requested THEN run_at ELSE ${inSeconds(seconds)} END`
}

/** Nothing happens when another one has it by now. */
async function release(claim: Claim, set: PgUpdateSetSource<typeof jobs>): Promise<void> {
  await db()
    .update(jobs)
    .set({ ...set, claim: null, claimedUntil: null, rerunRequested: false, cancelRequested: false })
    .where(isHeld(claim))
}
