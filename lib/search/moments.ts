import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { interviewTexts } from '../db/schema/search'
import type { Segment } from '../interviews/interview'
import { wordsOf, type CompactWords } from '../interviews/words'
import { excerptOf } from './excerpt'
import type { Moment } from './moment'
import type { Phrase, Query } from './query'

type Wanted = { interviewId: string; segments: number[] }
type Pieces = { interviewId: string; said: Segment[]; words: CompactWords }

/** Where in these interviews the query is answered, in the order of the talk: of each at most `most`, those that answer the most terms. */
export async function findMomentsOf(query: Query, ids: string[], most: number): Promise<Record<string, Moment[]>> {
  const phrases = spokenPhrases(query)
  if (ids.length === 0 || phrases.said.length + phrases.asked.length === 0) return {}

  const { interviewId, said, asked } = interviewTexts
  const texts = await db().select({ interviewId, said, asked }).from(interviewTexts).where(inArray(interviewId, ids))
  const wanted = texts.map((text) => {
    const hits = new Map([...countHits(text.said, phrases.said), ...countHits(text.asked, phrases.asked)])
    return { interviewId: text.interviewId, segments: bestSegments(hits, most) }
  })
  const pieces = new Map((await findPieces(wanted)).map((piece) => [piece.interviewId, piece]))
  const moments = wanted.map(({ interviewId: id, segments }) => {
    const found = segments.map((segment, index) => {
      const said = pieces.get(id)?.said[index]
      const words = pieces.get(id)?.words[index]
      if (!said || words === undefined) return null
      return momentOf({ segment, said, words }, said.speaker === 'candidate' ? phrases.said : phrases.asked)
    })
    return [id, found.filter((moment) => moment !== null)] as const
  })
  return Object.fromEntries(moments.filter(([, found]) => found.length > 0))
}

function spokenPhrases(query: Query) {
  const included = query.filter(({ isExcluded }) => !isExcluded)
  return {
    said: included.filter(({ field }) => field === 'any' || field === 'said'),
    asked: included.filter(({ field }) => field === 'asked'),
  }
}

/** How many of the phrases each line of a folded text has; lines without any are left out. */
function countHits(text: string, phrases: Phrase[]): Map<number, number> {
  const hits = new Map<number, number>()
  for (const { words, isPrefix } of phrases) {
    const pattern = ` ${words.join(' ')}${isPrefix ? '' : ' '}`
    for (let at = text.indexOf(pattern), line = 0, read = 0; at >= 0;) {
      for (; read < at; read++) if (text.charCodeAt(read) === NEW_LINE) line++
      hits.set(line, (hits.get(line) ?? 0) + 1)
      const end = text.indexOf('\n', at)
      at = end < 0 ? -1 : text.indexOf(pattern, end)
    }
  }
  return hits
}
const NEW_LINE = 10

function bestSegments(hits: Map<number, number>, most: number): number[] {
  const best = [...hits].toSorted(([a, hitsOfA], [b, hitsOfB]) => hitsOfB - hitsOfA || a - b).slice(0, most)
  return best.map(([segment]) => segment).toSorted((a, b) => a - b)
}

/** One expression an interview, since each takes its whole transcript out of where Postgres keeps it. */
async function findPieces(all: Wanted[]): Promise<Pieces[]> {
  const wanted = all.filter(({ segments }) => segments.length > 0)
  if (wanted.length === 0) return []

  const asked = wanted.map(({ interviewId, segments }) => ({ interviewId, path: `$[${segments.join(',')}]` }))
  const { rows } = await db().execute<Pieces>(sql`
    SELECT t.interview_id AS "interviewId", jsonb_path_query_array(t.segments, w.path::jsonpath) AS said,
      jsonb_path_query_array(t.words, w.path::jsonpath) AS words
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS w ("interviewId" text, path text)
    JOIN transcripts t ON t.interview_id = w."interviewId"`)
  return rows
}

type Found = { segment: number; said: Segment; words: CompactWords[number] }

function momentOf({ segment, said, words }: Found, phrases: Phrase[]): Moment | null {
  const excerpt = excerptOf(said.text, phrases)
  if (!excerpt) return null
  const { text, matches, at } = excerpt
  return { segment, speaker: said.speaker, start: startOfWord(words, at) ?? said.start, text, matches }
}

/** In seconds; null where no word that has a time stands there. */
function startOfWord(words: CompactWords[number], at: number): number | null {
  return wordsOf(words).find(({ from, to }) => at >= from && at < to)?.start ?? null
}
