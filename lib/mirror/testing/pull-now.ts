import { sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { jobs } from '../../db/schema/jobs'
import type { Job } from '../../jobs/job'
import { processNext } from '../../jobs/process'
import { isRecurring, schedule } from '../../jobs/recurring'
import { pulling } from '../pull/job'

/** A pull by this process, as if it were due and nobody else pulled, to its end. */
export async function pullNow(stopped?: AbortSignal): Promise<'pulled' | 'failed' | 'stopped'> {
  await schedule([pulling])
  await db()
    .update(jobs)
    .set({ runAt: sql`now()`, claim: null, claimedUntil: null })
    .where(isRecurring(pulling.kind))
  let isOver = false
  const watched: Job<object> = {
    ...pulling,
    run: async (payload, run) => {
      const again = await pulling.run(payload, run)
      isOver = true
      return again
    },
  }
  if (!(await processNext([watched], stopped))) throw new Error('the pull was not due')
  if (isOver) return 'pulled'
  return stopped?.aborted ? 'stopped' : 'failed'
}
