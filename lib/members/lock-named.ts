import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { notes } from '../db/schema/notes'
import { statuses, statusVersions } from '../db/schema/statuses'

/**
 * Before a member is called otherwise: a trigger writes to all notes and statuses that tell their name, in no order of its own. Here
 * they are locked in that of whoever changes several at once, so that neither waits for the other for ever.
 */
export async function lockNamed(tx: Transaction, memberId: string) {
  await tx.execute(sql`SELECT FROM ${notes} WHERE ${notes.authorId} = ${memberId} AND ${notes.deletedAt} IS NULL
    ORDER BY ${notes.id} FOR NO KEY UPDATE`)
  await tx.execute(sql`SELECT FROM ${statuses} JOIN ${statusVersions} ON ${statusVersions.id} = ${statuses.versionId}
    WHERE ${statusVersions.setBy} = ${memberId} ORDER BY ${statuses.interviewId} FOR NO KEY UPDATE OF ${statuses}`)
}
