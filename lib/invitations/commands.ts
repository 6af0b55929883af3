import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { change } from '../audit/change'
import type { AuditEvent } from '../audit/event'
import type { Operator } from '../auth/operator'
import { isAllowed } from '../auth/permissions'
import { mayLetIn } from '../auth/scope-within'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { invitations } from '../db/schema/members'
import { DebriefError } from '../errors'
import { notify } from '../jobs/notify'
import { isMailSetUp } from '../mail/send'
import { requireKnown } from '../members/require-known'
import { requireWideAdmin } from '../members/require-wide-admin'
import { invitedScope, type InvitationLink, type Invited, type Inviting } from './invitation'
import { sortLines } from './lines'
import { listTaken, makeInvitations, renewLink, withdrawExpired } from './stored'

/**
 * Makes a link for each of these addresses, and says of the others why not. Throws `forbidden` for a role and `scope_too_wide` for
 * a scope that the actor may not give, `admin_sees_all`, and `scope_unknown` for an interview that is not there.
 */
export async function inviteMembers(
  actor: May<'member.invite'> | Operator,
  { emails, role, scope }: Inviting,
): Promise<Invited> {
  const { addresses, refused } = sortLines(emails)
  const isMailed = isMailedBy(actor)
  const invited = await change(actor, async (tx) => {
    await requireGrantable(actor, { role, scope }, tx)
    requireWideAdmin({ role, scope })
    // Teams and flows may still have to come.
    if (scope !== 'all') await requireKnown(tx, { teams: [], flows: [], interviews: scope.interviews })
    const taken = await listTaken(tx, addresses)
    const free = addresses.filter((email) => !taken.has(email))
    const expired = await withdrawExpired(tx, free)
    const made = await makeInvitations(tx, { emails: free, role, scope, byId: idOf(actor), isMailed })
    for (const email of free) if (!made.some((one) => one.email === email)) taken.set(email, 'already invited')
    const told: AuditEvent[] = [
      ...expired.map((about) => ({ code: 'invitation.withdrawn' as const, about, payload: {} })),
      ...made.map(({ id }) => ({ code: 'invitation.made' as const, about: id, payload: { role, scope } })),
    ]
    const others = Array.from(taken, ([email, reason]) => ({ email, reason }))
    return { told, value: { invitations: made, refused: [...refused, ...others] } }
  })
  notify()
  return invited
}

/**
 * Another link, good for as long as a first one; the one before is dead. Throws `invitation_not_found`, and `forbidden` or
 * `scope_too_wide` where the actor may not give that any more.
 */
export async function renewInvitation(
  actor: May<'member.invite'> | Operator,
  invitationId: string,
): Promise<InvitationLink> {
  const renewed = await change(actor, async (tx) => {
    const [found] = await tx.select().from(invitations).where(isOfActor(actor, invitationId)).for('update')
    if (!found) throw new DebriefError('invitation_not_found')
    await requireGrantable(actor, { role: found.role, scope: invitedScope.parse(found.scope) }, tx)
    const link = await renewLink(tx, found.id, { byId: idOf(actor), isMailed: isMailedBy(actor) })
    return { told: { code: 'invitation.renewed', about: found.id, payload: {} }, value: link }
  })
  notify()
  return renewed
}

/** Its link is dead. Throws `invitation_not_found`. */
export async function withdrawInvitation(actor: May<'member.invite'> | Operator, invitationId: string): Promise<void> {
  await change(actor, async (tx) => {
    const [withdrawn] = await tx
      .update(invitations)
      .set({ withdrawnAt: sql`now()` })
      .where(isOfActor(actor, invitationId))
      .returning({ about: invitations.id })
    if (!withdrawn) throw new DebriefError('invitation_not_found')
    return { told: { code: 'invitation.withdrawn', ...withdrawn, payload: {} }, value: undefined }
  })
}

/** Who invites gives away no more than they have. */
async function requireGrantable(
  actor: May<'member.invite'> | Operator,
  given: Pick<Inviting, 'role' | 'scope'>,
  tx: Transaction,
) {
  if (actor.kind === 'operator' || (await mayLetIn(actor.memberId, given, tx))) return
  throw new DebriefError(given.role === 'reviewer' ? 'scope_too_wide' : 'forbidden')
}

/** One that stands, of whom the actor may say what becomes of it. */
function isOfActor(actor: May<'member.invite'> | Operator, invitationId: string) {
  const isAny = actor.kind === 'operator' || isAllowed(actor.role, 'member.manage')
  const isTheirs = isAny ? undefined : eq(invitations.byId, actor.memberId)
  return and(
    eq(invitations.id, invitationId),
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
    isTheirs,
  )
}

/** A shell shows the link to whoever asked for it. */
function isMailedBy(actor: May<'member.invite'> | Operator): boolean {
  return actor.kind !== 'operator' && isMailSetUp()
}

function idOf(actor: May<'member.invite'> | Operator): string | null {
  return actor.kind === 'operator' ? null : actor.memberId
}
