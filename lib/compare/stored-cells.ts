import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviewFacts, questionAnswers } from '../db/schema/facts'
import { ratings } from '../db/schema/ratings'
import { interviewsOf, seen } from '../interviews/seen'
import { answerState } from './answer-state'
import { BY_ARRIVAL } from './compared-flow'
import type { MatrixCell, MatrixRow } from './matrix'
import type { Naming } from './naming'
import { isMine } from './stored-answers'
import { RATINGS } from './rating'

/** By question: how many segments it has, seconds, words. */
const answers = z.record(z.string(), z.tuple([z.number(), z.number().nullable(), z.number()]))
const ANSWERS = sql`(SELECT coalesce(jsonb_object_agg(${questionAnswers.questionKey}, jsonb_build_array(
    cardinality(${questionAnswers.segments}), ${questionAnswers.seconds}, ${questionAnswers.words})), '{}')
  FROM ${questionAnswers} WHERE ${questionAnswers.interviewId} = ${seen.id})`
const given = z.record(z.string(), z.union(RATINGS.map((rating) => z.literal(rating))))

/** The interviews of a flow in the order in which they came, each with what there is of all its answers: no transcript is read for it. */
export function selectCells(viewer: Viewer, flowId: string) {
  const mine = sql`(SELECT coalesce(jsonb_object_agg(${ratings.questionKey}, ${ratings.rating}), '{}')
    FROM ${ratings} WHERE ${isMine(viewer)})`
  const { candidateName: name, candidateEmail: email } = seen
  return db()
    .select({
      ...{ id: seen.id, candidate: { name, email }, plays: seen.plays, hasTranscript: seen.hasTranscript },
      answers: ANSWERS.mapWith((stored: unknown) => answers.parse(stored)),
      ratings: mine.mapWith((stored: unknown) => given.parse(stored)),
      cutOff: interviewFacts.cutOff,
      isInvalid: seen.isInvalid,
    })
    .from(interviewsOf(viewer))
    .leftJoin(interviewFacts, eq(interviewFacts.interviewId, seen.id))
    .where(and(eq(seen.flowId, flowId)))
    .orderBy(...BY_ARRIVAL)
}

type StoredCells = Awaited<ReturnType<typeof selectCells>>[number]

/** `keys` are the questions in their order. */
export function toMatrixRow(row: StoredCells, { naming, keys }: { naming: Naming; keys: string[] }): MatrixRow {
  const { interview, candidate } = naming.of(row.id, row.candidate)
  const isMatched = Object.values(row.answers).some(([segments]) => segments > 0)
  const cells = keys.map((key): MatrixCell => {
    const [segments, seconds, words] = row.answers[key] ?? [0, null, null]
    const state = answerState({
      isInvalid: row.isInvalid,
      isMatched,
      isAsked: segments > 0,
      isCutOff: row.cutOff === key,
      words,
    })
    // What does not count is not sorted by either.
    return row.isInvalid ? { state, seconds: null, rating: null } : { state, seconds, rating: row.ratings[key] ?? null }
  })
  return { interview, candidate, plays: row.plays, cells }
}
