import 'server-only'
import { and, asc, eq, isNull, or } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { invalidations, scoreOverrides } from '../db/schema/validity'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, mayKnow, requireSeen, seen } from '../interviews/seen'
import type { Validity } from './validity'

const by = { id: members.id, email: members.email, name: members.name }

/** What stands, the overrides in the order of their time. Throws `interview_not_found`. */
export async function findValidity(reader: Reader, interviewId: InterviewId): Promise<Validity> {
  await requireSeen(reader, interviewId)
  const [[invalid], overrides] = await Promise.all([
    selectInvalidation(reader, interviewId),
    selectOverrides(reader, interviewId),
  ])
  const marked = <Row extends { by: { id: string }; at: string }>(row: Row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    isMine: row.by.id === reader.memberId,
  })
  return {
    invalid: invalid ? marked(withReason(invalid)) : null,
    overrides: overrides.map((row) => marked(row)),
  }
}

function withReason<Row extends { reason: string | null; showsReason: boolean }>({ showsReason, ...row }: Row) {
  return { ...row, reason: showsReason ? row.reason : ({ is: 'hidden', until: 'my_vote' } as const) }
}

/** That it is marked, why and by whom is told to everybody, since nobody votes any more; what its author wrote is a judgement. */
function selectInvalidation(reader: Reader, interviewId: InterviewId) {
  const { cause, reason, createdAt, authorId, withdrawnAt } = invalidations
  const showsReason = mayKnow(authorId)
  return db()
    .select({ cause, reason, at: createdAt, by, showsReason })
    .from(invalidations)
    .innerJoin(members, eq(members.id, authorId))
    .innerJoin(interviewsOf(reader), eq(seen.id, invalidations.interviewId))
    .where(and(eq(invalidations.interviewId, interviewId), isNull(withdrawnAt)))
}

/** That a score is wrong tells of the score, and is a colleague's judgement too. */
function selectOverrides(reader: Reader, interviewId: InterviewId) {
  const { score, reason, createdAt, authorId, withdrawnAt } = scoreOverrides
  return db()
    .select({ score, reason, at: createdAt, by })
    .from(scoreOverrides)
    .innerJoin(members, eq(members.id, authorId))
    .innerJoin(interviewsOf(reader), eq(seen.id, scoreOverrides.interviewId))
    .where(
      and(
        eq(scoreOverrides.interviewId, interviewId),
        isNull(withdrawnAt),
        mayKnow(authorId),
        or(seen.showsAssessment, eq(authorId, seen.readerId)),
      ),
    )
    .orderBy(asc(createdAt), asc(scoreOverrides.id))
}
