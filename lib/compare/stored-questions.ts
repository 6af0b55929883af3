import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Viewer } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { questionAnswers } from '../db/schema/facts'
import { ratings } from '../db/schema/ratings'
import { DebriefError } from '../errors'
import { interviewsOf, seen } from '../interviews/seen'
import { patched } from '../text/patched'
import type { AnswersToQuestion, ComparedQuestion } from './compared'
import type { SeenFlow } from './compared-flow'
import { maskOfAll } from './mask'
import { isMine, type StoredAnswer } from './stored-answers'

const IS_ASKED = sql`(cardinality(${questionAnswers.segments}) > 0 AND NOT ${seen.isInvalid})`
const IS_ANSWERED = sql`${IS_ASKED} AND ${questionAnswers.words} > 0`
const countWhere = (condition: ReturnType<typeof sql>) => sql<number>`count(*) FILTER (WHERE ${condition})::int`

const candidates = z.array(z.object({ name: z.string().nullable(), email: z.string().nullable() }))

/**
 * The questions of today in their order, asked or not, then those that only earlier versions of the flow had, the most asked first.
 * What is not today's stands as it was asked most often, without the names of whom it was put to where those are hidden.
 */
export async function selectQuestions(viewer: Viewer, { id, script, names }: SeenFlow): Promise<ComparedQuestion[]> {
  const { questionKey: key, text } = questionAnswers
  const keys = script.map((question) => question.key)
  const isRetired = sql`NOT ${isAmong(key, keys)} AND ${names.areHidden}`
  const rows = await db()
    .select({
      key,
      text: sql<string>`mode() WITHIN GROUP (ORDER BY ${text})`,
      asked: countWhere(IS_ASKED),
      answered: countWhere(IS_ANSWERED),
      rated: countWhere(sql`${IS_ANSWERED} AND ${ratings.id} IS NOT NULL`),
      putTo: sql`coalesce(jsonb_agg(jsonb_build_object('name', ${seen.candidateName}, 'email', ${seen.candidateEmail}))
        FILTER (WHERE ${isRetired}), '[]')`.mapWith((stored: unknown) => candidates.parse(stored)),
    })
    .from(interviewsOf(viewer))
    .innerJoin(questionAnswers, eq(questionAnswers.interviewId, seen.id))
    .leftJoin(ratings, and(isMine(viewer), eq(ratings.questionKey, key)))
    .where(and(eq(seen.flowId, id), seen.hasTranscript))
    .groupBy(key)
  const found = new Map(rows.map((row) => [row.key, row]))
  const retired = rows
    .filter((row) => row.asked > 0 && !keys.includes(row.key))
    .toSorted((a, b) => b.asked - a.asked || a.key.localeCompare(b.key))
  return [
    ...script.map((question) => ({ ...question, scripted: true, ...countsOf(found.get(question.key)) })),
    ...retired.map(({ putTo, ...row }) => {
      const masked = patched(row.text, maskOfAll(putTo)(row.text)).text
      return { key: row.key, text: masked, scripted: false, ...countsOf(row) }
    }),
  ]
}

type Counts = Pick<ComparedQuestion, 'asked' | 'answered' | 'rated'>

function countsOf({ asked, answered, rated }: Counts = { asked: 0, answered: 0, rated: 0 }): Counts {
  return { asked, answered, rated }
}

type Asked = { key: string; rows: StoredAnswer[]; areHidden: boolean }

/** The question of a key, by its words of today or, where today's script lacks it, as it was asked most often. Throws `question_not_found`. */
export function questionIn({ script }: SeenFlow, { key, rows, areHidden }: Asked): AnswersToQuestion['question'] {
  const scripted = script.find((question) => question.key === key)
  if (scripted) return { ...scripted, scripted: true }
  const asked = rows.flatMap((row) => (row.text !== null && row.isAsked ? [{ text: row.text, by: row.candidate }] : []))
  const times = new Map<string, number>()
  for (const { text } of asked) times.set(text, (times.get(text) ?? 0) + 1)
  const [most] = [...times].toSorted(([text, some], [other, others]) => others - some || (text < other ? -1 : 1))
  if (!most) throw new DebriefError('question_not_found')
  const [text] = most
  return {
    key,
    text: areHidden ? patched(text, maskOfAll(asked.map(({ by }) => by))(text)).text : text,
    scripted: false,
  }
}
