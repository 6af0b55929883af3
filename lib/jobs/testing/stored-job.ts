import { eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { jobs } from '../../db/schema/jobs'

export const asIfDue = () =>
  db()
    .update(jobs)
    .set({ runAt: sql`now()` })

export const asIfItsReplicaDied = () =>
  db()
    .update(jobs)
    .set({ claimedUntil: sql`now()` })

/** `inFuture` and `heldFor` in seconds. */
export async function rowOf(id: string) {
  const inFuture = sql<number>`extract(epoch FROM ${jobs.runAt} - now())::float8`
  const heldFor = sql<number | null>`extract(epoch FROM ${jobs.claimedUntil} - now())::float8`
  const [row] = await db()
    .select({ inFuture, heldFor, until: jobs.claimedUntil, outcome: jobs.outcome, attempts: jobs.attempts })
    .from(jobs)
    .where(eq(jobs.id, id))
  if (!row) throw new Error('there is no such job')
  return row
}
