import 'server-only'
import { eq, inArray, or, sql } from 'drizzle-orm'
import { change } from '../../audit/change'
import type { AuditEvent } from '../../audit/event'
import { forgetAddressesOf } from '../../audit/forget-addresses'
import type { Operator } from '../../auth/operator'
import type { May } from '../../auth/viewer'
import type { Transaction } from '../../db/client'
import { assignments } from '../../db/schema/assignments'
import { formerNames, members } from '../../db/schema/members'
import type { InterviewId } from '../../interviews/interview-id'
import { standingAssignments } from '../../interviews/lock'
import { rememberForgotten } from '../../notes/forgotten-names'
import type { Called } from '../../notes/mentioned'
import { lockMember, requireDispensable } from '../lock-member'
import { lockNamed } from '../lock-named'
import { addressOfRemoved, NAME_OF_REMOVED, type Author } from '../member'
import { forgetMentions, standsIn } from './forget-mentions'
import { forgetOwn } from './forget-own'

/**
 * Makes a member anonymous, for good: their name, their address, where they came from and what was theirs alone are gone, and what
 * waited for them waits for nobody. What they wrote, voted and decided stays, as a former member's. Throws `member_not_found`, `last_admin` and
 * `own_rights`.
 */
export async function removeMember(actor: May<'member.manage'> | Operator, memberId: string) {
  await change(actor, async (tx) => {
    const before = await lockMember(tx, actor, memberId)
    await requireDispensable(tx, actor, before)
    const { id, email, name } = members
    // So that whoever writes something of theirs, or names them, at this moment has done so, or finds nobody.
    const [author] = await tx.select({ id, email, name }).from(members).where(eq(id, memberId)).for('update')
    if (!author) throw new Error('a locked member is gone')
    const called = await listCalled(tx, author)
    // All that are withdrawn or say something else below, in the order of all who lock some.
    await standingAssignments(tx, or(eq(assignments.memberId, memberId), standsIn(assignments.message, called)))
    await forgetMentions(tx, memberId, called)
    await rememberForgotten(tx, called)
    await forgetOwn(tx, author)
    await forgetAddressesOf(tx, memberId)
    const withdrawn = await withdrawFrom(tx, actor, memberId)
    await lockNamed(tx, memberId)
    await tx
      .update(members)
      .set({
        email: addressOfRemoved(memberId),
        name: NAME_OF_REMOVED,
        disabledAt: sql`coalesce(${members.disabledAt}, now())`,
        removedAt: sql`now()`,
        lastSeenAt: null,
        breakGlass: false,
        seesAllTeams: false,
        scopeWithoutGroups: null,
        preferences: {},
      })
      .where(eq(members.id, memberId))
    const told: AuditEvent[] = [...withdrawn, { code: 'member.removed', about: memberId, payload: {} }]
    if (before.breakGlass) told.push({ code: 'member.break_glass_set', about: memberId, payload: { on: false } })
    return { told, value: undefined }
  })
}

async function listCalled(tx: Transaction, { id, email, name }: Author): Promise<Called> {
  const former = await tx.select({ name: formerNames.name }).from(formerNames).where(eq(formerNames.memberId, id))
  return { email, names: [...(name === null ? [] : [name]), ...former.map((row) => row.name)] }
}

async function withdrawFrom(tx: Transaction, actor: May<'member.manage'> | Operator, memberId: string) {
  const withdrawn = await tx
    .update(assignments)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: actor.kind === 'member' ? actor.memberId : null })
    .where(inArray(assignments.id, standingAssignments(tx, eq(assignments.memberId, memberId))))
    .returning({ id: assignments.id, interviewId: assignments.interviewId })
  return withdrawn.map(({ id, interviewId }): AuditEvent => ({
    code: 'assignment.withdrawn',
    about: interviewId as InterviewId,
    payload: { assignmentId: id, memberId },
  }))
}
