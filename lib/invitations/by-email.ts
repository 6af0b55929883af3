import 'server-only'
import { and, eq } from 'drizzle-orm'
import { mayLetIn } from '../auth/scope-within'
import type { Transaction } from '../db/client'
import { invitations } from '../db/schema/members'
import { invitedScope } from './invitation'
import { standing } from './standing'
import { isOpen } from './usable'

/**
 * What somebody was invited to, by an email that has been proved to be theirs; held until the transaction ends. Null also where its
 * maker may not let anybody in like that any more.
 */
export async function holdInvitation(tx: Transaction, email: string) {
  const [found] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.email, email), isOpen))
    .for('update')
  if (!found) return null
  const { id, role, byId } = found
  const scope = invitedScope.parse(found.scope)
  if (byId !== null && !(await mayLetIn(byId, { role, scope }, tx))) return null
  return { id, role, scope: await standing(tx, scope) }
}
