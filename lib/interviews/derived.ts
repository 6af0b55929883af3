import 'server-only'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { db, type Transaction } from '../db/client'
import { databaseFailure } from '../db/unavailable'
import { transcripts } from '../db/schema/interviews'
import { recurring } from '../jobs/job'
import { log } from '../log'
import { lockInterviews } from './lock'

const AT_ONCE = 50
/** So many in one transaction, which keeps the embedded database from everybody else. */
const TOGETHER = 5
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
  /** The interviews are locked; afterwards their rows are there, of these rules. */
  derive: (tx: Transaction, ids: string[]) => Promise<void>
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
  const failures = new Failures()
  for (let ids = await findOutdated(derived); ids.length > 0; ids = await findOutdated(derived, ids.at(-1))) {
    for (let from = 0; from < ids.length; from += TOGETHER) {
      await deriveSome(derived, ids.slice(from, from + TOGETHER), failures)
      await onSome()
    }
  }
  failures.throwFirst()
}

/** Together, and one by one where that fails for any of them. */
async function deriveSome(derived: Derived, ids: string[], failures: Failures): Promise<void> {
  const isMade = await deriveTogether(derived, ids).then(
    () => true,
    () => false,
  )
  if (isMade) return failures.endRow()
  for (const id of ids) {
    await deriveTogether(derived, [id]).then(
      () => failures.endRow(),
      (cause: unknown) => failures.add(id, cause),
    )
  }
}

/** The interviews' rows stay locked meanwhile, so that what arrives is not overwritten by what was there before. */
function deriveTogether({ derive }: Derived, ids: string[]): Promise<void> {
  return db().transaction(async (tx) => {
    await lockInterviews(tx, ids)
    await derive(tx, ids)
  })
}

class Failures {
  readonly #causes: unknown[] = []
  #unanswered = 0

  endRow() {
    this.#unanswered = 0
  }

  /** Throws it where it is most likely nothing of this one. */
  add(interviewId: string, cause: unknown) {
    log.error({ interviewId, cause }, 'what follows from a transcript could not be made anew')
    this.#causes.push(cause)
    this.#unanswered = databaseFailure(cause) ? this.#unanswered + 1 : 0
    if (this.#causes.length === MOST_FAILURES || this.#unanswered === MOST_UNANSWERED) throw cause
  }

  throwFirst() {
    for (const cause of this.#causes) throw cause
  }
}
