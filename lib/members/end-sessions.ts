import 'server-only'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { sessions } from '../db/schema/members'

/**
 * How many there were. Whatever changes about who a member is, they sign in anew: nobody goes on with what they no longer are.
 * After the change, whose lock a sign-in under way waits for, or is waited for by.
 */
export async function endSessions(tx: Transaction, memberId: string): Promise<number> {
  const { rowCount } = await tx.delete(sessions).where(eq(sessions.memberId, memberId))
  return rowCount ?? 0
}
