import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { questionAnswers } from '../db/schema/facts'
import { ratings } from '../db/schema/ratings'
import { DebriefError } from '../errors'
import type { Candidate } from '../interviews/interview'
import { interviewsOf, seen } from '../interviews/seen'
import { patched } from '../text/patched'
import type { AnswersToQuestion, ComparedQuestion } from './compared'
import type { SeenFlow } from './compared-flow'
import { maskOfAll } from './mask'
import { isMine, type StoredAnswer } from './stored-answers'

/** More than flows have had: one interview alone may have been asked 500 that no other was. */
export const MOST_RETIRED = 200

const IS_ASKED = sql`(cardinality(${questionAnswers.segments}) > 0 AND NOT ${seen.isInvalid})`
const IS_ANSWERED = sql`${IS_ASKED} AND ${questionAnswers.words} > 0`
const countWhere = (condition: ReturnType<typeof sql>) => sql<number>`count(*) FILTER (WHERE ${condition})::int`
const ASKED = countWhere(IS_ASKED)

type Questions = { questions: ComparedQuestion[]; leftOut: number }

/**
 * The questions of today in their order, asked or not, then those that only earlier versions of the flow had, the most asked first; of
 * many of these how many more there are is `leftOut`. What is not today's stands as it was asked most often, without the name of
 * anybody who is compared where names are hidden.
 */
export async function selectQuestions(viewer: Viewer, flow: SeenFlow): Promise<Questions> {
  const { questions, leftOut } = await countQuestions(viewer, flow)
  const isToMask = flow.names.areHidden && questions.some(({ scripted }) => !scripted)
  if (!isToMask) return { questions, leftOut }
  const mask = maskOfAll(await listCompared(viewer, flow.id))
  const masked = questions.map((question) =>
    question.scripted ? question : { ...question, text: patched(question.text, mask(question.text)).text },
  )
  return { questions: masked, leftOut }
}

/** The same, with names where one was called by it: for who only counts. */
export async function countQuestions(viewer: Viewer, { id, script }: SeenFlow): Promise<Questions> {
  const { questionKey: key, text } = questionAnswers
  const keys = script.map((question) => question.key)
  const isScripted = isAmong(key, keys)
  const rows = await db()
    .select({
      key,
      text: sql<string>`mode() WITHIN GROUP (ORDER BY ${text})`,
      asked: ASKED,
      answered: countWhere(IS_ANSWERED),
      rated: countWhere(sql`${IS_ANSWERED} AND ${ratings.id} IS NOT NULL`),
      retired: sql<number>`(count(*) FILTER (WHERE NOT ${isScripted}) OVER ())::int`,
    })
    .from(interviewsOf(viewer))
    .innerJoin(questionAnswers, eq(questionAnswers.interviewId, seen.id))
    .leftJoin(ratings, and(isMine(viewer), eq(ratings.questionKey, key)))
    .where(and(eq(seen.flowId, id), seen.hasTranscript))
    .groupBy(key)
    .having(sql`${isScripted} OR ${ASKED} > 0`)
    .orderBy(sql`${isScripted} DESC`, sql`${ASKED} DESC`, sql`${key} COLLATE "C"`)
    .limit(keys.length + MOST_RETIRED)
  const found = new Map(rows.map((row) => [row.key, row]))
  const scripted = new Set(keys)
  const told = rows.filter((row) => !scripted.has(row.key)).slice(0, MOST_RETIRED)
  return {
    questions: [
      ...script.map((question) => ({ ...question, scripted: true, ...countsOf(found.get(question.key)) })),
      ...told.map((row) => ({ key: row.key, text: row.text, scripted: false, ...countsOf(row) })),
    ],
    leftOut: (rows[0]?.retired ?? 0) - told.length,
  }
}

function listCompared(viewer: Viewer, flowId: string): Promise<Candidate[]> {
  return db()
    .select({ name: seen.candidateName, email: seen.candidateEmail })
    .from(interviewsOf(viewer))
    .where(and(eq(seen.flowId, flowId), seen.hasTranscript))
}

type Counts = Pick<ComparedQuestion, 'asked' | 'answered' | 'rated'>

function countsOf({ asked, answered, rated }: Counts = { asked: 0, answered: 0, rated: 0 }): Counts {
  return { asked, answered, rated }
}

type Asked = { key: string; rows: StoredAnswer[]; areHidden: boolean }

/**
 * The question of a key, by its words of today or, where today's script lacks it, as it was asked most often; `rows` are of everybody
 * who is compared. Throws `question_not_found`.
 */
export function questionIn({ script }: SeenFlow, { key, rows, areHidden }: Asked): AnswersToQuestion['question'] {
  const scripted = script.find((question) => question.key === key)
  if (scripted) return { ...scripted, scripted: true }
  const times = new Map<string, number>()
  for (const { text, isAsked } of rows) if (text !== null && isAsked) times.set(text, (times.get(text) ?? 0) + 1)
  const [most] = [...times].toSorted(([text, some], [other, others]) => others - some || (text < other ? -1 : 1))
  if (!most) throw new DebriefError('question_not_found')
  const [text] = most
  const mask = areHidden ? maskOfAll(rows.map(({ candidate }) => candidate)) : null
  return { key, text: mask ? patched(text, mask(text)).text : text, scripted: false }
}
