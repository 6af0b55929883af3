import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Viewer } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { interviewFacts, questionAnswers } from '../db/schema/facts'
import { transcripts } from '../db/schema/interviews'
import { anchors, ratings } from '../db/schema/ratings'
import { rowColumns } from '../interviews/row'
import { interviewsOf, seen, titled } from '../interviews/seen'
import type { TimeSpan } from '../transcript/speech'
import { COLLEAGUES_RATINGS } from './colleague-ratings'
import { isMine, type StoredAnswer } from './stored-answers'
import type { SaidSegment } from './stored-said'

const answers = z.record(
  z.string(),
  z.object({
    text: z.string(),
    segments: z.array(z.number()),
    spans: z.custom<TimeSpan[]>(),
    seconds: z.number().nullable(),
    words: z.number(),
  }),
)
const ANSWERS = sql`(SELECT coalesce(jsonb_object_agg(${questionAnswers.questionKey}, jsonb_build_object(
    'text', ${questionAnswers.text}, 'segments', ${questionAnswers.segments}, 'spans', ${questionAnswers.spans},
    'seconds', ${questionAnswers.seconds}, 'words', ${questionAnswers.words})), '{}')
  FROM ${questionAnswers} WHERE ${questionAnswers.interviewId} = ${seen.id})`

const given = z.record(
  z.string(),
  z.object({ rating: z.number(), ratedOn: z.number().nullable(), ratedAt: z.string() }),
)

/** Of these interviews of a flow those that have been taken, each with its transcript and with what was answered to every question. */
export function selectFinalists(viewer: Viewer, { flowId, ids }: { flowId: string; ids: string[] }) {
  const mine = sql`(SELECT coalesce(jsonb_object_agg(${ratings.questionKey}, jsonb_build_object(
      'rating', ${ratings.rating}, 'ratedOn', ${anchors.version}, 'ratedAt', ${ratings.ratedAt})), '{}')
    FROM ${ratings} LEFT JOIN ${anchors} ON ${eq(anchors.id, ratings.anchorsId)} WHERE ${isMine(viewer)})`
  return db()
    .select({
      ...rowColumns,
      showsColleagues: seen.showsColleagues,
      ...{ segments: transcripts.segments, words: transcripts.words, cutOff: interviewFacts.cutOff },
      answers: ANSWERS.mapWith((stored: unknown) => answers.parse(stored)),
      ratings: mine.mapWith((stored: unknown) => given.parse(stored)),
      colleagues: COLLEAGUES_RATINGS,
    })
    .from(titled(interviewsOf(viewer)))
    .innerJoin(transcripts, eq(transcripts.interviewId, seen.id))
    .leftJoin(interviewFacts, eq(interviewFacts.interviewId, seen.id))
    .where(and(eq(seen.flowId, flowId), seen.hasTranscript, isAmong(seen.id, ids)))
}

export type StoredFinalist = Awaited<ReturnType<typeof selectFinalists>>[number]

/** The answer to one question, as `selectAnswers` finds it. */
export function answerOf(row: StoredFinalist, key: string): StoredAnswer {
  const { id, state, candidateName: name, candidateEmail: email, hasAudio, hasVideo, showsColleagues } = row
  const answer = row.answers[key]
  const rating = row.ratings[key]
  return {
    ...{ id, state, candidate: { name, email }, hasAudio, hasVideo, hasTranscript: true, showsColleagues },
    text: answer?.text ?? null,
    spans: answer?.spans ?? null,
    seconds: answer?.seconds ?? null,
    words: answer?.words ?? null,
    isAsked: answer !== undefined && answer.segments.length > 0,
    isInvalid: row.invalid !== null,
    isMatched: Object.values(row.answers).some(({ segments }) => segments.length > 0),
    isCutOff: row.cutOff === key,
    colleagues: row.colleagues[key] ?? [],
    rating: rating?.rating ?? null,
    ratedOn: rating?.ratedOn ?? null,
    ratedAt: rating?.ratedAt ?? null,
  }
}

/** And what was said to it, as `findSaid` finds it. */
export function saidBy(row: StoredFinalist, key: string): SaidSegment[] {
  return (row.answers[key]?.segments ?? []).flatMap((index) => {
    const segment = row.segments[index]
    return segment ? [{ index, segment, words: row.words[index] ?? null }] : []
  })
}
