import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import { flowInScope } from '../auth/scope'
import type { Viewer } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { codePointOrder } from '../db/code-point-order'
import { flows } from '../db/schema/interviews'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import { findCorrectionsOf } from '../interviews/standing-corrections'
import { findValidityOf } from '../validity/standing-validity'
import { findVotesOn } from '../votes/standing-votes'
import type { Anchors } from './anchors'
import { isAsked } from './asked'
import type {
  AnswerInMatrix,
  AnswersInSight,
  AnswersToQuestion,
  ComparedQuestion,
  ComparedQuestions,
  FlowToCompare,
  Names,
} from './compared'
import { idsByArrival, LACKS_TRANSCRIPT, requireComparedFlow, toComparedFlow, type SeenFlow } from './compared-flow'
import type { Matrix } from './matrix'
import { namesOnceRated, namingFor, type Naming } from './naming'
import { findAnchors, findAnchorsByKey, type QuestionRef } from './stored-anchors'
import type { Finalist, SideBySide } from './side-by-side'
import { selectAnswers } from './stored-answers'
import { selectCells, toMatrixRow } from './stored-cells'
import { selectFinalists } from './stored-finalists'
import { selectNotesOn } from './stored-notes'
import { countQuestions, questionIn, selectQuestions } from './stored-questions'
import { toAnswers, toAnswersInSight } from './to-answer'
import { toFinalist } from './to-finalist'

/** The flows that the reader sees, those with the most interviews first. */
export async function listFlowsToCompare(viewer: Viewer): Promise<FlowToCompare[]> {
  const interviews = sql<number>`(SELECT count(*)::int FROM ${interviewsOf(viewer)}
    WHERE ${eq(seen.flowId, flows.id)} AND ${seen.hasTranscript})`.as('interviews')
  return db()
    .select({ id: flows.id, title: flows.title, interviews })
    .from(flows)
    .where(flowInScope(viewer))
    .orderBy(sql`interviews DESC`, codePointOrder(flows.titleKey), flows.id)
}

/** The questions of a flow, and how far the reader is with each. Throws `flow_not_found`. */
export async function findQuestions(viewer: Viewer, flowId: string): Promise<ComparedQuestions> {
  const flow = await requireComparedFlow(viewer, flowId)
  const [{ questions, leftOut }, [counted]] = await Promise.all([
    selectQuestions(viewer, flow),
    db()
      .select({
        interviews: sql<number>`count(*) FILTER (WHERE ${seen.hasTranscript})::int`,
        withoutTranscript: sql<number>`count(*) FILTER (WHERE ${LACKS_TRANSCRIPT})::int`,
      })
      .from(interviewsOf(viewer))
      .where(eq(seen.flowId, flowId)),
  ])
  const names = namesOfAll(flow, questions)
  const counts = counted ?? { interviews: 0, withoutTranscript: 0 }
  return { flow: { ...toComparedFlow(flow), names }, ...counts, questions, leftOut }
}

/** Everybody's answer to one question. Throws `flow_not_found` and `question_not_found`. */
export async function findAnswers(viewer: Viewer, ref: QuestionRef): Promise<AnswersToQuestion> {
  const { rows, naming, ...told } = await findAsked(viewer, ref)
  return { ...told, answers: await toAnswers(rows, { naming, ...told.question }) }
}

/** The same as a page begins with it. */
export async function findAnswersInSight(viewer: Viewer, ref: QuestionRef): Promise<AnswersInSight> {
  const { rows, naming, ...told } = await findAsked(viewer, ref)
  return { ...told, answers: await toAnswersInSight(rows, { naming, ...told.question }) }
}

async function findAsked(viewer: Viewer, { flowId, key }: QuestionRef) {
  const flow = await requireComparedFlow(viewer, flowId)
  const [rows, scale, names] = await Promise.all([
    selectAnswers(viewer, key, eq(seen.flowId, flowId)),
    findAnchors(db(), { flowId, key }),
    findNames(viewer, flow),
  ])
  const compared = rows.filter(({ hasTranscript }) => hasTranscript)
  const question = questionIn(flow, { key, rows: compared, areHidden: names.areHidden })
  const naming = namingFor(viewer, { flowId, names, ids: rows.map(({ id }) => id) })
  return { question, anchors: scale, names, rows: compared, naming }
}

/** One interview's answer, as it stands in the matrix. Throws `flow_not_found` and `interview_not_found`. */
export async function findAnswer(
  viewer: Viewer,
  { flowId, key, interviewId }: QuestionRef & { interviewId: InterviewId },
): Promise<AnswerInMatrix> {
  const flow = await requireComparedFlow(viewer, flowId)
  const [rows, ids, scale, names] = await Promise.all([
    selectAnswers(viewer, key, and(eq(seen.flowId, flowId), eq(seen.id, interviewId), seen.hasTranscript)),
    idsByArrival(viewer, flowId),
    findOwnAnchors(viewer, flow, key),
    findNames(viewer, flow),
  ])
  const naming = namingFor(viewer, { flowId, names, ids })
  const text = flow.script.find((question) => question.key === key)?.text ?? null
  const [answer] = await toAnswers(rows, { naming, key, text })
  if (!answer) throw new DebriefError('interview_not_found')
  return { answer, anchors: scale }
}

/** Of a flow that is seen in part nothing is told of a question that none of the reader's was asked: its key is made of its words, and so of a guess. */
async function findOwnAnchors(viewer: Viewer, { id: flowId, isWhole }: SeenFlow, key: string): Promise<Anchors | null> {
  const ref = { flowId, key }
  return isWhole || (await isAsked(db(), viewer, ref)) ? findAnchors(db(), ref) : null
}

/** Everybody's answers to all questions, without a word of them. Throws `flow_not_found`. */
export async function findMatrix(viewer: Viewer, flowId: string): Promise<Matrix> {
  const flow = await requireComparedFlow(viewer, flowId)
  const [{ questions }, stored] = await Promise.all([selectQuestions(viewer, flow), selectCells(viewer, flowId)])
  const names = namesOfAll(flow, questions)
  const naming = namingFor(viewer, { flowId, names, ids: stored.map(({ id }) => id) })
  const columns = new Map(questions.map(({ key }, column) => [key, column]))
  const compared = stored
    .filter(({ hasTranscript }) => hasTranscript)
    .toSorted((a, b) => naming.placeOf(a.id) - naming.placeOf(b.id))
  return {
    flow: { ...toComparedFlow(flow), names },
    questions,
    rows: compared.map((row) => toMatrixRow(row, { naming, columns })),
  }
}

/**
 * Of these interviews those that the reader sees in this flow and of which there is a transcript, in this order; where the flow hides names, in
 * that of the letters. Throws `flow_not_found`.
 */
export async function findSideBySide(
  viewer: Viewer,
  { flowId, ids }: { flowId: string; ids: InterviewId[] },
): Promise<SideBySide> {
  const flow = await requireComparedFlow(viewer, flowId)
  const [{ questions }, arrived, scales, rows, votes, notes, corrections, validityOf, withoutTranscript] =
    await Promise.all([
      selectQuestions(viewer, flow),
      idsByArrival(viewer, flowId),
      findAnchorsByKey(db(), flowId),
      selectFinalists(viewer, { flowId, ids }),
      findVotesOn(viewer, ids),
      selectNotesOn(viewer, ids),
      findCorrectionsOf(db(), ids),
      findValidityOf(viewer, ids),
      db().$count(interviewsOf(viewer), and(eq(seen.flowId, flowId), isAmong(seen.id, ids), LACKS_TRANSCRIPT)),
    ])
  const names = namesOfAll(flow, questions)
  const naming = namingFor(viewer, { flowId, names, ids: arrived })
  const placeOf = placeAmong(ids, { names, naming })
  const put = questions
    .filter(({ key, scripted }) => scripted || rows.some(({ answers }) => answers[key]))
    .map((question) => ({ ...question, anchors: scales.get(question.key) ?? null }))
  const finalists: Finalist[] = []
  for (const row of rows.toSorted((a, b) => placeOf(a.id) - placeOf(b.id))) {
    const validity = validityOf(row.id)
    finalists.push(toFinalist(row, { viewer, naming, questions: put, votes, notes, corrections, validity }))
    // Others are served between any two.
    await nextTurn()
  }
  return { flow: { ...toComparedFlow(flow), names }, questions: put, withoutTranscript, finalists }
}

/**
 * Of these interviews those that `findSideBySide` tells of, in its order and as it calls them: who was chosen by letters is called by an
 * id once names have come, and the other way round. Throws `flow_not_found`.
 */
export async function listFinalists(
  viewer: Viewer,
  { flowId, ids }: { flowId: string; ids: InterviewId[] },
): Promise<string[]> {
  const flow = await requireComparedFlow(viewer, flowId)
  const [names, arrived, here] = await Promise.all([
    findNames(viewer, flow),
    idsByArrival(viewer, flowId),
    db()
      .select({ id: seen.id })
      .from(interviewsOf(viewer))
      .where(and(eq(seen.flowId, flowId), seen.hasTranscript, isAmong(seen.id, ids))),
  ])
  const naming = namingFor(viewer, { flowId, names, ids: arrived })
  const placeOf = placeAmong(ids, { names, naming })
  return here.toSorted((a, b) => placeOf(a.id) - placeOf(b.id)).map(({ id }) => naming.of(id, NOBODY).interview)
}

const NOBODY = { name: null, email: null }

/** As the link has them; where a flow hides names the letters say it. */
function placeAmong(ids: InterviewId[], { names, naming }: { names: Names; naming: Naming }): (id: string) => number {
  return names.areHiddenByFlow ? naming.placeOf : (id) => ids.findIndex((chosen) => chosen === id)
}

async function findNames(viewer: Viewer, flow: SeenFlow): Promise<Names> {
  return flow.names.areHidden ? namesOfAll(flow, (await countQuestions(viewer, flow)).questions) : flow.names
}

/** Names come once every answer to every question is rated: letters are the same in each, so that one question's names would be all others'. */
function namesOfAll({ names }: SeenFlow, questions: ComparedQuestion[]): Names {
  const count = (of: 'answered' | 'rated') => questions.reduce((sum, question) => sum + question[of], 0)
  return namesOnceRated(names, { answered: count('answered'), rated: count('rated') })
}
