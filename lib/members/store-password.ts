import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { credentials } from '../db/schema/members'

/** For the commands of this folder, which decide who may: a member has one password. */
export async function storePassword(tx: Transaction, memberId: string, passwordHash: string) {
  await tx
    .insert(credentials)
    .values({ memberId, kind: 'password', passwordHash })
    .onConflictDoUpdate({
      target: credentials.memberId,
      targetWhere: sql`kind = 'password'`,
      set: { passwordHash, createdAt: sql`now()` },
    })
}
