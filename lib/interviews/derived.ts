import 'server-only'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { db, type Transaction } from '../db/client'
import { databaseFailure } from '../db/unavailable'
import { transcripts } from '../db/schema/interviews'
import { recurring } from '../jobs/job'
import { log } from '../log'
import { lockInterview } from './lock'

const AT_ONCE = 50
/** When it failed for so many, it is nothing of theirs. */
const MOST_FAILURES = 100
/** So many in a row that the database did not answer for, and it is the database: one alone may take longer than it allows. */
const MOST_UNANSWERED = 2

/** How a job of it runs: soon after an upgrade; one interview for which it fails is tried again, though not all day. */
export const DERIVING = recurring(60, 3_600)

/** What is made of transcripts: a row of `table` for each, which says by which `rules`. */
type Derived = {
  table: PgTable & { interviewId: PgColumn; rules: PgColumn }
  rules: number
  /** The interview is locked; afterwards its row is there, of these rules. */
  derive: (tx: Transaction, id: string) => Promise<void>
}

/** The ids of some interviews after this one that have nothing by these rules; none when there are no more. */
export async function findOutdated({ table, rules }: Omit<Derived, 'derive'>, after = ''): Promise<string[]> {
  const rows = await db()
    .select({ id: transcripts.interviewId })
    .from(transcripts)
    .leftJoin(table, eq(table.interviewId, transcripts.interviewId))
    .where(and(gt(transcripts.interviewId, after), sql`${table.rules} IS DISTINCT FROM ${rules}`))
    .orderBy(asc(transcripts.interviewId))
    .limit(AT_ONCE)
  return rows.map(({ id }) => id)
}

/**
 * Makes again what other rules made, or nobody yet, each once; `onSome` is called now and then and stops the work by throwing.
 * One for which it fails costs the others nothing; the first failure is thrown in the end, and at once where the database is
 * the reason.
 */
export async function deriveAnew(derived: Derived, onSome: () => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  let unanswered = 0
  for (let ids = await findOutdated(derived); ids.length > 0; ids = await findOutdated(derived, ids.at(-1))) {
    for (const id of ids) {
      const failure = await deriveOne(derived, id).then(
        () => null,
        (cause: unknown) => ({ cause }),
      )
      unanswered = failure && databaseFailure(failure.cause) ? unanswered + 1 : 0
      if (!failure) continue
      log.error({ interviewId: id, cause: failure.cause }, 'what follows from a transcript could not be made anew')
      failures.push(failure.cause)
      if (failures.length === MOST_FAILURES || unanswered === MOST_UNANSWERED) throw failure.cause
    }
    await onSome()
  }
  for (const cause of failures) throw cause
}

/** The interview's row stays locked meanwhile, so that what arrives is not overwritten by what was there before. */
function deriveOne({ derive }: Derived, id: string): Promise<void> {
  return db().transaction(async (tx) => {
    await lockInterview(tx, id)
    await derive(tx, id)
  })
}
