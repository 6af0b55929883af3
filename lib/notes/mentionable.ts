import 'server-only'
import { and, asc, isNull, sql } from 'drizzle-orm'
import { membersInScope } from '../auth/scope'
import type { Executor } from '../db/client'
import { members } from '../db/schema/members'
import type { InterviewId } from '../interviews/interview-id'
import type { Author } from '../members/member'

/** The enabled members who may see this interview, by what they are called. */
export function listMentionable(on: Executor, interviewId: InterviewId): Promise<Author[]> {
  return on
    .select({ id: members.id, email: members.email, name: members.name })
    .from(members)
    .where(and(isNull(members.disabledAt), membersInScope(interviewId)))
    .orderBy(asc(sql`lower(coalesce(${members.name}, ${members.email}))`), asc(members.email))
}
