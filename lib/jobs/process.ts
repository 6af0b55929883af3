import 'server-only'
import { DebriefError, type FailureCode } from '../errors'
import { log } from '../log'
import { claimNext, type Claim, type Claimed } from './claim'
import { hold, type Hold } from './hold'
import type { Job } from './job'
import { complete, completeRun, endCancelled, giveBack, giveUp, retryLater } from './release'

/** Does what has been due for longest among these jobs, to its end; false when none is due. Throws only what the database says of the claim. */
export async function processNext(among: Job[], stopped = new AbortController().signal): Promise<boolean> {
  const claimed = await claimNext(among)
  if (claimed) await processClaimed(claimed, stopped)
  return claimed !== null
}

/** Never throws: where not even the failure can be recorded, the claim runs out and another attempt follows. */
export async function processClaimed({ job, claim }: Claimed, stopped: AbortSignal): Promise<void> {
  const held = hold(claim, stopped)
  try {
    if (!(await refuse(job, claim, held))) await attempt(job, claim, held)
  } catch (cause) {
    log.error({ job: claim.id, kind: job.kind, cause }, 'what became of a job could not be recorded')
  } finally {
    held.end()
  }
}

/** True when it is not to be begun at all. */
async function refuse(job: Job, claim: Claim, held: Hold): Promise<boolean> {
  if (held.signal.aborted) await giveBack(claim)
  else if (claim.cancelRequested) await endCancelled(claim)
  // Its last attempt has ended with its process.
  else if (job.retryAfter(claim.attempts - 1) === null) await giveUp(claim, 'unexpected')
  else return false
  return true
}

async function attempt(job: Job, claim: Claim, held: Hold): Promise<void> {
  const payload = job.payload.safeParse(claim.payload)
  if (!payload.success) {
    log.error({ job: claim.id, kind: job.kind }, 'a job’s payload cannot be read')
    return giveUp(claim, 'invalid_input')
  }
  let again: number | void
  try {
    again = await job.run(payload.data, held)
  } catch (error) {
    return recordFailure({ job, claim, held, error })
  }
  await (job.every ? completeRun(claim, again ?? job.every()) : complete(claim))
}

type Failed = { job: Job; claim: Claim; held: Hold; error: unknown }

async function recordFailure({ job, claim, held, error }: Failed): Promise<void> {
  const why = held.whyInterrupted()
  if (why === 'stopped') return giveBack(claim)
  if (why === 'cancelled') return endCancelled(claim)
  if (why === 'taken over')
    return log.warn({ job: claim.id, kind: job.kind }, 'a job was taken over by another replica')

  const code: FailureCode = error instanceof DebriefError ? error.code : 'unexpected'
  const { attempts } = claim
  log.warn({ job: claim.id, kind: job.kind, attempts, code, cause: error }, 'a job has failed')
  // Its connections and time limits ran out while the process stood still: there is nobody to be spared. Only attempts that can
  // run out are counted all the same, since it may be the work itself that holds the process up.
  const wasPaused = held.wasPaused()
  if (wasPaused && job.every) return giveBack(claim)
  const after = job.isFinal?.(error) ? null : job.retryAfter(attempts)
  if (after === null) return giveUp(claim, code)
  await retryLater(claim, Math.max(wasPaused ? 0 : after, askedFor(error, job)), code)
}

/** Seconds. Whoever was called may have asked not to be called again: no replica does, since all read when the job is due. */
function askedFor(error: unknown, { longestWait }: Job): number {
  const seconds = error instanceof DebriefError ? error.retryAfterSeconds : undefined
  return Math.min(seconds ?? 0, longestWait())
}
