import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { invitations } from '../db/schema/members'

/** Its link is dead from now on. */
export async function useUp(tx: Transaction, invitationId: string, memberId: string) {
  await tx
    .update(invitations)
    .set({ acceptedAt: sql`now()`, memberId })
    .where(eq(invitations.id, invitationId))
}
