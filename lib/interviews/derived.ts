import 'server-only'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { db, type Transaction } from '../db/client'
import { transcripts } from '../db/schema/interviews'
import { lockInterview } from './lock'

const AT_ONCE = 50

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
 * The row of an interview stays locked meanwhile, so that what arrives is not overwritten by what was there before.
 */
export async function deriveAnew(derived: Derived, onSome: () => Promise<void>): Promise<void> {
  for (let ids = await findOutdated(derived); ids.length > 0; ids = await findOutdated(derived, ids.at(-1))) {
    for (const id of ids) {
      await db().transaction(async (tx) => {
        await lockInterview(tx, id)
        await derived.derive(tx, id)
      })
    }
    await onSome()
  }
}
