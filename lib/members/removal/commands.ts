import 'server-only'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { change } from '../../audit/change'
import type { AuditEvent } from '../../audit/event'
import type { Operator } from '../../auth/operator'
import type { May } from '../../auth/viewer'
import type { Transaction } from '../../db/client'
import { assignments } from '../../db/schema/assignments'
import { members } from '../../db/schema/members'
import { noteMentions, notes } from '../../db/schema/notes'
import type { InterviewId } from '../../interviews/interview-id'
import { withoutMentionOf } from '../../notes/mentioned'
import { indexNote } from '../../search/index-note'
import { lockMember, requireDispensable } from '../lock-member'
import { addressOfRemoved, NAME_OF_REMOVED, type Author } from '../member'
import { forgetOwn } from './forget-own'

/**
 * Makes a member anonymous, for good: their name, their address and what was theirs alone are gone, and what waited for them waits
 * for nobody. What they wrote, voted and decided stays, as a former member's. Throws `member_not_found`, `last_admin` and
 * `own_rights`.
 */
export async function removeMember(actor: May<'member.manage'> | Operator, memberId: string) {
  await change(actor, async (tx) => {
    requireDispensable(actor, await lockMember(tx, actor, memberId))
    const { id, email, name } = members
    const [author] = await tx.select({ id, email, name }).from(members).where(eq(id, memberId))
    if (!author) throw new Error('a locked member is gone')
    await forgetMentions(tx, author)
    await forgetOwn(tx, author)
    const withdrawn = await withdrawFrom(tx, actor, memberId)
    await tx
      .update(members)
      .set({
        email: addressOfRemoved(memberId),
        name: NAME_OF_REMOVED,
        disabledAt: sql`coalesce(${members.disabledAt}, now())`,
        removedAt: sql`now()`,
        lastSeenAt: null,
        seesAllTeams: false,
        scopeWithoutGroups: null,
        preferences: {},
      })
      .where(eq(members.id, memberId))
    return { told: [...withdrawn, { code: 'member.removed', about: memberId, payload: {} }], value: undefined }
  })
}

/** In notes that name them, as whoever wrote it named them. */
async function forgetMentions(tx: Transaction, author: Author) {
  const { id, body, deletedAt } = notes
  const isNamed = sql`EXISTS (SELECT FROM ${noteMentions} WHERE ${and(eq(noteMentions.noteId, id), eq(noteMentions.memberId, author.id))})`
  const isAddressed = sql`strpos(lower(${body}), ${author.email}) > 0`
  const naming = await tx
    .select({ id, body })
    .from(notes)
    .where(and(isNull(deletedAt), or(isNamed, isAddressed)))
    .for('no key update')
  for (const note of naming) {
    const rest = withoutMentionOf(note.body, author, NAME_OF_REMOVED)
    if (rest === note.body) continue
    await tx.update(notes).set({ body: rest }).where(eq(id, note.id))
    await indexNote(tx, note.id, rest)
  }
}

async function withdrawFrom(tx: Transaction, actor: May<'member.manage'> | Operator, memberId: string) {
  const withdrawn = await tx
    .update(assignments)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: actor.kind === 'member' ? actor.memberId : null })
    .where(and(eq(assignments.memberId, memberId), isNull(assignments.withdrawnAt)))
    .returning({ id: assignments.id, interviewId: assignments.interviewId })
  return withdrawn.map(({ id, interviewId }): AuditEvent => ({
    code: 'assignment.withdrawn',
    about: interviewId as InterviewId,
    payload: { assignmentId: id },
  }))
}
