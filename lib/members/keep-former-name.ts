import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { formerNames, members } from '../db/schema/members'
import { lockNamed } from './lock-named'

/** Before a member is called otherwise, whom it locks with what tells their name: notes go on naming them as they were called when these were written. */
export async function keepFormerName(tx: Transaction, memberId: string, next: string | null) {
  await tx.execute(sql`
    INSERT INTO ${formerNames} (member_id, name)
    SELECT m.id, m.name FROM ${members} AS m
    WHERE m.id = ${memberId} AND m.removed_at IS NULL AND m.name <> coalesce(${next}, '')
    FOR NO KEY UPDATE
    ON CONFLICT DO NOTHING`)
  await lockNamed(tx, memberId)
}
