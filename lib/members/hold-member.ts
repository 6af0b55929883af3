import 'server-only'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { members } from '../db/schema/members'

/**
 * Before anything else of theirs is locked: whoever disables or removes them, or takes what lets them in, locks them first and then their
 * sessions, so that neither waits for the other for ever. Of two who hold the same one the second waits here, before it has locked
 * anything that the first may want.
 */
export async function holdMember(tx: Transaction, memberId: string) {
  await tx.select({ id: members.id }).from(members).where(eq(members.id, memberId)).for('no key update')
}
