import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import type { AuditEvent } from '../../audit/event'
import type { Transaction } from '../../db/client'
import { credentials, invitations } from '../../db/schema/members'
import { endSessions } from '../../members/end-sessions'
import { spendPasswordLinks } from '../../members/store-password'

/**
 * Of a member, whom `lockMember` holds, and whose address nobody has vouched for until now: whoever invited them had the link too, and may have used it in their
 * name. What lets in from then on is the account at the provider alone.
 */
export async function forgetUnproved(tx: Transaction, memberId: string): Promise<AuditEvent[]> {
  const ofThem = eq(credentials.memberId, memberId)
  const isInvited = (await tx.$count(invitations, eq(invitations.memberId, memberId))) > 0
  const isVouchedFor = (await tx.$count(credentials, and(ofThem, eq(credentials.kind, 'oidc')))) > 0
  if (!isInvited || isVouchedFor) return []

  // One that was made on somebody's word that they are this member would set their password anew.
  await spendPasswordLinks(tx, memberId)
  const { rowCount } = await tx.delete(credentials).where(and(ofThem, ne(credentials.kind, 'oidc')))
  if (!rowCount) return []
  await endSessions(tx, memberId)
  return [{ code: 'member.ways_in_forgotten', about: memberId, payload: {} }]
}
