import { sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'

const TABLES = ['audit_events', 'audit_leaves', 'audit_seals']

/** What only somebody can do to whom the database belongs. */
export async function tamper(work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  await db().transaction(async (tx) => {
    for (const table of TABLES) await tx.execute(sql`ALTER TABLE ${sql.identifier(table)} DISABLE TRIGGER USER`)
    await work(tx)
    for (const table of TABLES) await tx.execute(sql`ALTER TABLE ${sql.identifier(table)} ENABLE TRIGGER USER`)
  })
}

export async function emptyLog(): Promise<void> {
  await tamper((tx) => tx.execute(sql`TRUNCATE audit_events, audit_leaves, audit_seals`))
}
