import 'server-only'
import type { Reader } from '../auth/viewer'
import type { InterviewRow } from '../interviews/interview'
import { foldedTexts } from './folded-texts'
import type { Reasons, SearchHit } from './search-hit'
import { findMoments } from './moments'
import { phrasesOf, type Sought } from './phrases'
import { findReasons } from './reasons'

export type Explained = { moments: Record<string, SearchHit[]>; reasons: Record<string, Reasons> }

/**
 * Why each of these was found: at most `most` moments of its talk, and what else answers the query; by interview. Their talks are
 * read while their `rows` are.
 */
export async function explain(
  reader: Reader,
  query: Sought[],
  { ids, rows }: { ids: string[]; rows: PromiseLike<InterviewRow[]> | InterviewRow[] },
  most: number,
): Promise<Explained> {
  const phrases = phrasesOf(query)
  if (ids.length === 0 || Object.values(phrases).every((some) => some.length === 0)) return { moments: {}, reasons: {} }

  const isInTexts = phrases.said.length + phrases.asked.length > 0
  const texts = isInTexts ? foldedTexts(ids, phrases.asked.length > 0) : Promise.resolve([])
  const [shown, moments, reasons] = await Promise.all([
    rows,
    texts.then((found) => findMoments(phrases, found, most)),
    Promise.all([rows, texts]).then(([read, found]) =>
      findReasons(reader, phrases, read, new Map(found.map((text) => [text.interviewId, text]))),
    ),
  ])
  // Nothing of what has gone out of sight since it was found.
  const inSight = new Set(shown.map(({ id }) => id))
  return { moments: Object.fromEntries(Object.entries(moments).filter(([id]) => inSight.has(id))), reasons }
}
