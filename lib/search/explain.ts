import 'server-only'
import { inArray } from 'drizzle-orm'
import { db } from '../db/client'
import { interviewTexts } from '../db/schema/search'
import type { InterviewRow } from '../interviews/interview'
import type { Moment, Reasons } from './moment'
import { findMoments } from './moments'
import type { Phrase, Query, Term } from './query'
import { findReasons } from './reasons'

/** So many terms are looked for in what is shown; the rows are found by all of them. */
const MOST_PHRASES = 32

/** What is looked for, by where it may stand. */
export type Phrases = Record<'any' | 'said' | 'asked' | 'name' | 'flow', Phrase[]>

export type FoldedTexts = { interviewId: string; said: string; asked: string; about: string }

/** Why each of these rows was found: at most `most` moments of its talk, and what else answers the query; by interview. */
export async function explain(
  query: Query,
  rows: InterviewRow[],
  most: number,
): Promise<{ moments: Record<string, Moment[]>; reasons: Record<string, Reasons> }> {
  const phrases = phrasesOf(query)
  if (rows.length === 0 || Object.values(phrases).every((some) => some.length === 0))
    return { moments: {}, reasons: {} }

  const texts = await findTexts(phrases, rows)
  const [moments, reasons] = await Promise.all([
    findMoments(phrases, texts, most),
    findReasons(phrases, rows, new Map(texts.map((text) => [text.interviewId, text]))),
  ])
  return { moments, reasons }
}

function phrasesOf(query: Query): Phrases {
  const included = query.filter(({ isExcluded }) => !isExcluded).slice(0, MOST_PHRASES)
  const isIn = (...fields: Term['field'][]) => included.filter(({ field }) => fields.includes(field))
  return {
    any: isIn('any'),
    said: isIn('any', 'said'),
    asked: isIn('asked'),
    name: isIn('any', 'name'),
    flow: isIn('any', 'flow'),
  }
}

async function findTexts({ said, asked }: Phrases, rows: InterviewRow[]): Promise<FoldedTexts[]> {
  if (said.length + asked.length === 0) return []
  const ids = rows.map(({ id }) => id)
  return db()
    .select({
      interviewId: interviewTexts.interviewId,
      said: interviewTexts.said,
      asked: interviewTexts.asked,
      about: interviewTexts.about,
    })
    .from(interviewTexts)
    .where(inArray(interviewTexts.interviewId, ids))
}
