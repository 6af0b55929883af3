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

/** How many segments it has, seconds, words. */
const answer = z.tuple([z.number(), z.number().nullable(), z.number().nullable()])
const answers = z.record(z.string(), answer)
const ANSWERS = sql`(SELECT coalesce(jsonb_object_agg(${questionAnswers.questionKey}, jsonb_build_array(
    cardinality(${questionAnswers.segments}), ${questionAnswers.seconds}, ${questionAnswers.words})), '{}')
  FROM ${questionAnswers} WHERE ${questionAnswers.interviewId} = ${seen.id})`
const rated = z.record(z.string(), z.union(RATINGS.map((rating) => z.literal(rating))))

/** The interviews of a flow in the order in which they came, each with what there is of all its answers: no transcript is read for it. */
export function selectCells(viewer: Viewer, flowId: string) {
  const mine = sql`(SELECT coalesce(jsonb_object_agg(${ratings.questionKey}, ${ratings.rating}), '{}')
    FROM ${ratings} WHERE ${isMine(viewer)})`
  const { candidateName: name, candidateEmail: email } = seen
  return db()
    .select({
      ...{ id: seen.id, candidate: { name, email }, plays: seen.plays, hasTranscript: seen.hasTranscript },
      answers: ANSWERS.mapWith((stored: unknown) => answers.parse(stored)),
      ratings: mine.mapWith((stored: unknown) => rated.parse(stored)),
      cutOff: interviewFacts.cutOff,
      isInvalid: seen.isInvalid,
    })
    .from(interviewsOf(viewer))
    .leftJoin(interviewFacts, eq(interviewFacts.interviewId, seen.id))
    .where(and(eq(seen.flowId, flowId)))
    .orderBy(...BY_ARRIVAL)
}

type StoredCell = z.infer<typeof answer>
const NOT_ASKED: StoredCell = [0, null, null]

type StoredCells = Awaited<ReturnType<typeof selectCells>>[number]

type Shown = { naming: Naming; columns: Map<string, number> }

/** `columns` are the places of the questions. What a candidate was not asked takes no room: there may be hundreds that a neighbour alone was. */
export function toMatrixRow(row: StoredCells, { naming, columns }: Shown): MatrixRow {
  const { interview, candidate } = naming.of(row.id, row.candidate)
  const isMatched = Object.values(row.answers).some(([segments]) => segments > 0)
  const stateOf = (key: string | null, [segments, , words]: StoredCell) =>
    answerState({ isInvalid: row.isInvalid, isMatched, isAsked: segments > 0, isCutOff: row.cutOff === key, words })
  const cells: Record<number, MatrixCell> = {}
  // What does not count is not sorted by either.
  const keys = row.isInvalid ? [] : [...Object.keys(row.answers), ...Object.keys(row.ratings)]
  for (const key of keys) {
    const column = columns.get(key)
    if (column === undefined) continue
    const given = row.answers[key] ?? NOT_ASKED
    cells[column] = { state: stateOf(key, given), seconds: given[1], rating: row.ratings[key] ?? null }
  }
  return { interview, candidate, plays: row.plays, blank: stateOf(null, NOT_ASKED), cells }
}
