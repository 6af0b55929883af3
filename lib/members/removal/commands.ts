import 'server-only'
import { and, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { change } from '../../audit/change'
import type { AuditEvent } from '../../audit/event'
import { forgetAddressesOf } from '../../audit/forget-addresses'
import type { Operator } from '../../auth/operator'
import type { May } from '../../auth/viewer'
import type { Transaction } from '../../db/client'
import { assignments } from '../../db/schema/assignments'
import { formerNames, members } from '../../db/schema/members'
import { noteMentions, notes } from '../../db/schema/notes'
import type { InterviewId } from '../../interviews/interview-id'
import { standingAssignments } from '../../interviews/lock'
import { rememberForgotten } from '../../notes/forgotten-names'
import { type Called, localPart, withoutMentionOf } from '../../notes/mentioned'
import { indexNote } from '../../search/index-note'
import { lockMember, requireDispensable } from '../lock-member'
import { addressOfRemoved, NAME_OF_REMOVED, type Author } from '../member'
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
    await forgetMentions(tx, memberId, called)
    await rememberForgotten(tx, called)
    await forgetOwn(tx, author)
    await forgetAddressesOf(tx, memberId)
    const withdrawn = await withdrawFrom(tx, actor, memberId)
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

/** In notes, wherever what they are or were called stands for them: whoever wrote one may have named who could not be mentioned. */
async function forgetMentions(tx: Transaction, memberId: string, called: Called) {
  const present = and(isNull(members.removedAt), ne(members.id, memberId))
  const others = await tx
    .select({ id: members.id, email: members.email, name: members.name })
    .from(members)
    .where(present)
  const { id, body, deletedAt } = notes
  const isNamed = sql<boolean>`EXISTS (SELECT FROM ${noteMentions} WHERE ${and(eq(noteMentions.noteId, id), eq(noteMentions.memberId, memberId))})`
  const naming = await tx
    .select({ id, body, isNamed })
    .from(notes)
    .where(and(isNull(deletedAt), or(isNamed, standsIn(body, called))))
    .for('no key update')
  for (const note of naming) {
    const rest = withoutMentionOf(note.body, called, { instead: NAME_OF_REMOVED, others, isNamed: note.isNamed })
    if (rest === note.body) continue
    await tx.update(notes).set({ body: rest }).where(eq(id, note.id))
    await indexNote(tx, note.id, rest)
  }
}

async function listCalled(tx: Transaction, { id, email, name }: Author): Promise<Called> {
  const former = await tx.select({ name: formerNames.name }).from(formerNames).where(eq(formerNames.memberId, id))
  return { email, names: [...(name === null ? [] : [name]), ...former.map((row) => row.name)] }
}

/** Of notes that may have any of it: which do is looked at with the rules of mentions. */
function standsIn(body: PgColumn, { email, names }: Called): SQL | undefined {
  const ways = [email, ...[localPart(email), ...names].map((called) => `@${called}`)]
  const text = sql`normalize(${body})`
  return or(
    ...ways.map((way) => sql`(strpos(lower(${text}), ${way.toLowerCase()}) > 0 OR strpos(${text}, ${way}) > 0)`),
  )
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
