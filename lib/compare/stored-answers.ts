import 'server-only'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviewFacts, questionAnswers } from '../db/schema/facts'
import { anchors, ratings } from '../db/schema/ratings'
import { interviewsOf, seen } from '../interviews/seen'
import { colleaguesRatings } from './colleague-ratings'
import { BY_ARRIVAL } from './compared-flow'

/** That a rating of the reader's stands for this question of an interview. */
export function isMine({ memberId }: Viewer): SQL | undefined {
  return and(eq(ratings.interviewId, seen.id), eq(ratings.memberId, memberId), isNull(ratings.endedAt))
}

/** Whether anything of what is said is known to belong to a question. */
const IS_MATCHED = sql<boolean>`EXISTS (SELECT FROM question_answers matched
  WHERE matched.interview_id = ${seen.id} AND cardinality(matched.segments) > 0)`

/** Of a flow's interviews those that `which` means, each with its answer to a question, if it has one; in the order in which they came. No transcript is read for it. */
export function selectAnswers(viewer: Viewer, key: string, which: SQL | undefined) {
  const { text, segments, spans, seconds, words } = questionAnswers
  const { state, candidateName: name, candidateEmail: email, hasAudio, hasVideo, hasTranscript } = seen
  return db()
    .select({
      ...{ id: seen.id, state, candidate: { name, email }, hasAudio, hasVideo, hasTranscript },
      ...{ text, spans, seconds, words },
      isAsked: sql<boolean>`coalesce(cardinality(${segments}) > 0, false)`,
      isInvalid: seen.isInvalid,
      isMatched: IS_MATCHED,
      isCutOff: sql<boolean>`coalesce(${interviewFacts.cutOff} = ${key}, false)`,
      showsColleagues: seen.showsColleagues,
      colleagues: colleaguesRatings(key),
      ...{ rating: ratings.rating, ratedOn: anchors.version, ratedAt: ratings.ratedAt },
    })
    .from(interviewsOf(viewer))
    .leftJoin(interviewFacts, eq(interviewFacts.interviewId, seen.id))
    .leftJoin(questionAnswers, and(eq(questionAnswers.interviewId, seen.id), eq(questionAnswers.questionKey, key)))
    .leftJoin(ratings, and(isMine(viewer), eq(ratings.questionKey, key)))
    .leftJoin(anchors, eq(anchors.id, ratings.anchorsId))
    .where(which)
    .orderBy(...BY_ARRIVAL)
}

export type StoredAnswer = Awaited<ReturnType<typeof selectAnswers>>[number]
