import 'server-only'
import { and, asc, eq, isNull, or } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { invalidations, scoreOverrides } from '../db/schema/validity'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'
import type { ScoreOverride, Validity } from './validity'

const by = { id: members.id, email: members.email, name: members.name }

/** What stands against each of these interviews, as far as this reader may know it; the overrides in the order of their time. */
export async function findValidityOf(reader: Reader, ids: string[]): Promise<(id: string) => Validity> {
  const [invalidated, overridden] = await Promise.all([selectInvalidations(reader, ids), selectOverrides(reader, ids)])
  const marked = <Row extends { by: { id: string }; at: string }>(row: Row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    isMine: row.by.id === reader.memberId,
  })
  const invalid = new Map(invalidated.map(({ id, ...row }) => [id, marked(withReason(row))]))
  const overrides = new Map<string, ScoreOverride[]>()
  for (const { id, ...row } of overridden) {
    const ofInterview = overrides.get(id)
    if (ofInterview) ofInterview.push(marked(row))
    else overrides.set(id, [marked(row)])
  }
  return (id) => ({ invalid: invalid.get(id) ?? null, overrides: overrides.get(id) ?? [] })
}

function withReason<Row extends { reason: string | null; showsReason: boolean }>({ showsReason, ...row }: Row) {
  return { ...row, reason: showsReason ? row.reason : ({ is: 'hidden', until: 'my_vote' } as const) }
}

/** That it is marked, why and by whom is told to everybody, since nobody votes any more; what its author wrote is a judgement. */
function selectInvalidations(reader: Reader, ids: string[]) {
  const { interviewId: id, cause, reason, createdAt, authorId, withdrawnAt } = invalidations
  const showsReason = mayKnow(authorId)
  return db()
    .select({ id, cause, reason, at: createdAt, by, showsReason })
    .from(invalidations)
    .innerJoin(members, eq(members.id, authorId))
    .innerJoin(interviewsOf(reader), eq(seen.id, id))
    .where(and(isAmong(id, ids), isNull(withdrawnAt)))
}

/** That a score is wrong tells of the score, and is a colleague's judgement too. */
function selectOverrides(reader: Reader, ids: string[]) {
  const { interviewId: id, score, reason, createdAt, authorId, withdrawnAt } = scoreOverrides
  return db()
    .select({ id, score, reason, at: createdAt, by })
    .from(scoreOverrides)
    .innerJoin(members, eq(members.id, authorId))
    .innerJoin(interviewsOf(reader), eq(seen.id, id))
    .where(
      and(
        isAmong(id, ids),
        isNull(withdrawnAt),
        mayKnow(authorId),
        or(seen.showsAssessment, eq(authorId, seen.readerId)),
      ),
    )
    .orderBy(asc(createdAt), asc(scoreOverrides.id))
}
