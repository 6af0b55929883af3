import 'server-only'
import { lt, sql } from 'drizzle-orm'
import type { Actor } from '../auth/actor'
import { hashOfToken, secretLink, makeToken } from '../auth/link-token'
import { db, type Transaction } from '../db/client'
import { passwordLinks } from '../db/schema/members'
import type { PasswordLink } from './password-link'

const GOOD_FOR_MINUTES = 60

/** For `by`, who has decided that this member may have one. Those that were made before go on working. */
export async function makeLink(tx: Transaction, by: Actor, memberId: string): Promise<PasswordLink> {
  const token = makeToken()
  const [made] = await tx
    .insert(passwordLinks)
    .values({
      memberId,
      madeBy: by.kind === 'member' ? by.memberId : null,
      tokenHash: hashOfToken(token),
      expiresAt: sql`now() + ${GOOD_FOR_MINUTES}::int * interval '1 minute'`,
    })
    .returning({ expiresAt: passwordLinks.expiresAt })
  if (!made) throw new Error('a link was not stored')
  return { link: secretLink('reset', token), expiresAt: new Date(made.expiresAt).toISOString() }
}

/** Those that can be used no more. */
export async function forgetOldLinks() {
  await db()
    .delete(passwordLinks)
    .where(lt(passwordLinks.expiresAt, sql`now()`))
}
