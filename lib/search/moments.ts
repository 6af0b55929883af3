import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { interviewSearch } from '../db/schema/search'
import type { Segment } from '../interviews/interview'
import type { CompactWords } from '../interviews/words'
import { excerptOf } from './excerpt'
import type { Moment } from './moment'
import type { Phrase, Query } from './query'

type Wanted = { interviewId: string; segment: number }
type Piece = Wanted & { said: Segment; words: CompactWords[number] }

/** Where in these interviews the query is answered, in the order of the talk: of each at most `most`, those that answer the most terms. */
export async function findMomentsOf(query: Query, ids: string[], most: number): Promise<Record<string, Moment[]>> {
  const phrases = spokenPhrases(query)
  if (ids.length === 0 || phrases.said.length + phrases.asked.length === 0) return {}

  const { interviewId, said, asked } = interviewSearch
  const texts = await db().select({ interviewId, said, asked }).from(interviewSearch).where(inArray(interviewId, ids))
  const wanted = texts.flatMap((text) => {
    const hits = new Map([...countHits(text.said, phrases.said), ...countHits(text.asked, phrases.asked)])
    return bestSegments(hits, most).map((segment) => ({ interviewId: text.interviewId, segment }))
  })
  const moments: Record<string, Moment[]> = {}
  for (const piece of await findPieces(wanted)) {
    const moment = momentOf(piece, piece.said.speaker === 'candidate' ? phrases.said : phrases.asked)
    if (moment) (moments[piece.interviewId] ??= []).push(moment)
  }
  return moments
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

async function findPieces(wanted: Wanted[]): Promise<Piece[]> {
  if (wanted.length === 0) return []
  const { rows } = await db().execute<Piece>(sql`
    SELECT w."interviewId", w.segment, t.segments -> w.segment AS said, t.words -> w.segment AS words
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      AS w ("interviewId" text, segment int)
    JOIN transcripts t ON t.interview_id = w."interviewId"
    ORDER BY w."interviewId", w.segment`)
  return rows
}

function momentOf({ segment, said, words }: Piece, phrases: Phrase[]): Moment | null {
  const excerpt = excerptOf(said.text, phrases)
  if (!excerpt) return null
  const { text, matches, at } = excerpt
  return { segment, speaker: said.speaker, start: startOfWord(words, at) ?? said.start, text, matches }
}

/** In seconds; null where no word that has a time stands there. */
function startOfWord({ offsets, lengths, starts }: CompactWords[number], at: number): number | null {
  const index = offsets.findIndex((offset, place) => at >= offset && at < offset + (lengths[place] ?? 0))
  const start = starts[index]
  return start === undefined ? null : start / 1000
}
