import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { credentials, passwordLinks } from '../db/schema/members'

/** For the commands that decide who may: a member has one password. No link that was made before sets another one. */
export async function storePassword(tx: Transaction, memberId: string, passwordHash: string) {
  await spendPasswordLinks(tx, memberId)
  await tx
    .insert(credentials)
    .values({ memberId, kind: 'password', passwordHash })
    .onConflictDoUpdate({
      target: credentials.memberId,
      targetWhere: sql`kind = 'password'`,
      set: { passwordHash, createdAt: sql`now()` },
    })
}

export async function spendPasswordLinks(tx: Transaction, memberId: string) {
  await tx
    .update(passwordLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(passwordLinks.memberId, memberId), isNull(passwordLinks.usedAt)))
}
