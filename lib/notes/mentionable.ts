import 'server-only'
import { and, isNull } from 'drizzle-orm'
import { membersInScope } from '../auth/scope'
import type { Executor } from '../db/client'
import { members } from '../db/schema/members'
import type { InterviewId } from '../interviews/interview-id'
import { inLabelOrder } from '../members/in-label-order'
import type { Author } from '../members/member'

/** The enabled members who may see this interview, by what they are called. */
export async function listMentionable(on: Executor, interviewId: InterviewId): Promise<Author[]> {
  const rows = await on
    .select({ id: members.id, email: members.email, name: members.name })
    .from(members)
    .where(and(isNull(members.disabledAt), membersInScope(interviewId)))
  return inLabelOrder(rows, (member) => member)
}
