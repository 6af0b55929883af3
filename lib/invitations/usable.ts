import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { mayLetIn } from '../auth/scope-within'
import type { Executor } from '../db/client'
import { invitations, members } from '../db/schema/members'
import { memberLabel } from '../members/member'
import { invitedScope } from './invitation'

/** The condition on `invitations` that the link of one works. */
export const isOpen = and(
  isNull(invitations.acceptedAt),
  isNull(invitations.withdrawnAt),
  sql`${invitations.expiresAt} > now()`,
)

/** The invitation whose link works, with what its maker is called; null also where they may not let anybody in like that any more. */
export async function findUsable(tokenHash: Buffer, on: Executor) {
  const [row] = await on
    .select({ invitation: invitations, by: { email: members.email, name: members.name } })
    .from(invitations)
    .leftJoin(members, eq(members.id, invitations.byId))
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen))
  if (!row) return null
  const { id, email, role, byId } = row.invitation
  const scope = invitedScope.parse(row.invitation.scope)
  if (byId !== null && !(await mayLetIn(byId, { role, scope }, on))) return null
  return { id, email, role, scope, by: row.by && memberLabel(row.by) }
}
