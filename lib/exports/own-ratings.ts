import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { questionAnswers } from '../db/schema/facts'
import { ratings } from '../db/schema/ratings'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import type { OwnRating } from './exported-row'

/** The reader's own that stand, by interview, in the order in which the questions were asked. */
export async function findOwnRatings(reader: Reader, ids: InterviewId[]): Promise<Map<string, OwnRating[]>> {
  const { interviewId, questionKey: key, rating } = ratings
  const rows = await db()
    .select({ interviewId, key, question: questionAnswers.text, rating })
    .from(ratings)
    .innerJoin(interviewsOf(reader), eq(seen.id, interviewId))
    .leftJoin(questionAnswers, and(eq(questionAnswers.interviewId, interviewId), eq(questionAnswers.questionKey, key)))
    .where(and(isAmong(interviewId, ids), eq(ratings.memberId, reader.memberId), isNull(ratings.endedAt)))
    .orderBy(asc(questionAnswers.position), asc(key))
  const found = new Map<string, OwnRating[]>()
  for (const { interviewId: id, ...own } of rows) found.set(id, [...(found.get(id) ?? []), own])
  return found
}
