import 'server-only'
import { eq } from 'drizzle-orm'
import type { Scope } from '../auth/member-scope'
import { scope } from '../auth/scope-of-member'
import type { Transaction } from '../db/client'
import { formerScopes } from '../db/schema/members'
import type { LockedMember } from './lock-member'

/** What a member sees, would see as no admin and in no group, and saw before, for as long as that is remembered. */
export async function listRememberedScopes(tx: Transaction, member: LockedMember): Promise<Scope[]> {
  const former = await tx
    .select({ scope: formerScopes.scope })
    .from(formerScopes)
    .where(eq(formerScopes.memberId, member.id))
  return [member.scope, member.own, ...former.map((row) => scope.parse(row.scope))]
}
