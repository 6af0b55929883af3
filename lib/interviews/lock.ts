import 'server-only'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { interviews } from '../db/schema/interviews'

/** Until the transaction ends, nobody else changes what this transcript shows: neither a member nor the mirror. */
export async function lockInterview(tx: Transaction, id: string): Promise<void> {
  await tx.select({ id: interviews.id }).from(interviews).where(eq(interviews.id, id)).for('update')
}
