import 'server-only'
import type { Reader } from '../auth/viewer'
import type { InterviewRow } from '../interviews/interview'
import { foldedTexts } from './folded-texts'
import type { Reasons, SearchHit } from './search-hit'
import { findMoments } from './moments'
import { phrasesOf } from './phrases'
import type { Query } from './query'
import { findReasons } from './reasons'

/** Why each of these rows was found: at most `most` moments of its talk, and what else answers the query; by interview. */
export async function explain(
  reader: Reader,
  query: Query,
  rows: InterviewRow[],
  most: number,
): Promise<{ moments: Record<string, SearchHit[]>; reasons: Record<string, Reasons> }> {
  const phrases = phrasesOf(query)
  if (rows.length === 0 || Object.values(phrases).every((some) => some.length === 0))
    return { moments: {}, reasons: {} }

  const isInTexts = phrases.said.length + phrases.asked.length > 0
  const ids = rows.map(({ id }) => id)
  const texts = isInTexts ? await foldedTexts(ids, phrases.asked.length > 0) : []
  const [moments, reasons] = await Promise.all([
    findMoments(phrases, texts, most),
    findReasons(reader, phrases, rows, new Map(texts.map((text) => [text.interviewId, text]))),
  ])
  return { moments, reasons }
}
