import 'server-only'
import { inArray } from 'drizzle-orm'
import { db } from '../db/client'
import { transcripts } from '../db/schema/interviews'
import type { InterviewRow } from '../interviews/interview'
import type { Question } from '../transcript/transcript'
import { legible } from '../text/legible'
import { excerptOf } from './excerpt'
import type { FoldedTexts } from './folded-texts'
import type { Phrases } from './phrases'
import { foldLine, phrasePattern } from './lexemes'
import { findMatches } from './matches'
import type { Reasons } from './search-hit'
import type { Phrase } from './query'

/** What a row shows of itself is marked; of what was written about it, a line with what neither row nor talk answers. */
export async function findReasons(
  phrases: Phrases,
  rows: InterviewRow[],
  texts: Map<string, FoldedTexts>,
): Promise<Record<string, Reasons>> {
  const abouts = await findAbouts(
    rows.map((row) => {
      const text = texts.get(row.id)
      return { id: row.id, phrases: text ? phrases.any.filter((phrase) => isOnlyAbout(phrase, row, text)) : [] }
    }),
  )
  const found = rows.map((row): [string, Reasons] => [row.id, { ...shownReasons(phrases, row), ...abouts.get(row.id) }])
  return Object.fromEntries(found.filter(([, reasons]) => Object.keys(reasons).length > 0))
}

/** Offsets are in the texts as the row shows them. */
function shownReasons({ name: names, flow: flows }: Phrases, { candidate, flow }: InterviewRow): Reasons {
  const [name, email] = [matchesIn(candidate.name, names), matchesIn(candidate.email, names)]
  const title = matchesIn(flow.title, flows)
  return {
    ...(name.length > 0 && { name }),
    ...(email.length > 0 && { email }),
    ...(title.length > 0 && { flow: title }),
  }
}

function matchesIn(text: string | null, phrases: Phrase[]) {
  return phrases.length === 0 ? [] : findMatches(legible(text) ?? '', phrases)
}

function isOnlyAbout(phrase: Phrase, { candidate, flow }: InterviewRow, { about, said }: FoldedTexts): boolean {
  const pattern = new RegExp(phrasePattern(phrase))
  if (!pattern.test(about) || pattern.test(said)) return false
  return ![candidate.name, candidate.email, flow.title].some((shown) => pattern.test(foldLine(shown ?? '')))
}

type Wanted = { id: string; phrases: Phrase[] }
type About = Pick<Reasons, 'about'>

async function findAbouts(all: Wanted[]): Promise<Map<string, About>> {
  const wanted = new Map(all.filter(({ phrases }) => phrases.length > 0).map(({ id, phrases }) => [id, phrases]))
  if (wanted.size === 0) return new Map()

  const rows = await db()
    .select({ id: transcripts.interviewId, summary: transcripts.summary, questions: transcripts.questions })
    .from(transcripts)
    .where(inArray(transcripts.interviewId, [...wanted.keys()]))
  return new Map(rows.map((row) => [row.id, aboutOf(row, wanted.get(row.id) ?? [])]))
}

/** The first line that has one of the phrases. */
function aboutOf({ summary, questions }: { summary: string | null; questions: Question[] }, phrases: Phrase[]): About {
  const lines = [
    ...(summary ?? '').split('\n').map((line) => ({ from: 'summary' as const, line: withoutMarkup(line) })),
    ...questions.map(({ text }) => ({ from: 'question' as const, line: text })),
  ]
  for (const { from, line } of lines) {
    const excerpt = excerptOf(line, phrases)
    if (excerpt) return { about: { from, text: excerpt.text, matches: excerpt.matches } }
  }
  return {}
}

/** As a line of Markdown is read: without its bullet, its heading's signs, and what makes words bold. */
function withoutMarkup(line: string): string {
  return line.replace(/^(?:\s|#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s)*/, '').replaceAll(/\*+|__|`/g, '')
}
