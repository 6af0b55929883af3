import 'server-only'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { transcripts } from '../db/schema/interviews'
import type { InterviewRow } from '../interviews/interview'
import type { Question } from '../transcript/transcript'
import type { Assessment } from '../assessment/scores'
import { legible } from '../text/legible'
import { excerptOf } from './excerpt'
import type { FoldedTexts } from './folded-texts'
import type { Phrases } from './phrases'
import { foldLine, phrasePattern } from './lexemes'
import { findMatches } from './matches'
import { findNoteHits } from './note-hits'
import type { Reasons } from './search-hit'
import type { Phrase } from './query'
import { withoutMarkup } from './without-markup'

/** What a row shows of itself is marked; of what was written about it, a line with what neither row nor talk answers, and notes. */
export async function findReasons(
  reader: Reader,
  phrases: Phrases,
  rows: InterviewRow[],
  texts: Map<string, FoldedTexts>,
): Promise<Record<string, Reasons>> {
  const wanted = rows.map((row) => {
    const text = texts.get(row.id)
    const only = text ? phrases.any.filter((phrase) => isOnlyAbout(phrase, row, text)) : []
    return { id: row.id, phrases: only, assessment: row.assessment }
  })
  const ids = rows.map(({ id }) => id)
  const [abouts, noted] = await Promise.all([findAbouts(wanted), findNoteHits(reader, ids, phrases.note)])
  const found = rows.map((row): [string, Reasons] => {
    const notes = noted.get(row.id) ?? []
    return [row.id, { ...shownReasons(phrases, row), ...abouts.get(row.id), ...(notes.length > 0 && { notes }) }]
  })
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

function isOnlyAbout(phrase: Phrase, { candidate, flow, assessment }: InterviewRow, text: FoldedTexts): boolean {
  const pattern = new RegExp(phrasePattern(phrase))
  const isAbout = pattern.test(text.about) || (assessment.is === 'shown' && pattern.test(text.summary))
  if (!isAbout || pattern.test(text.said)) return false
  return ![candidate.name, candidate.email, flow.title].some((shown) => pattern.test(foldLine(shown ?? '')))
}

type Wanted = { id: string; phrases: Phrase[]; assessment: Assessment }
type About = Pick<Reasons, 'about'>

async function findAbouts(all: Wanted[]): Promise<Map<string, About>> {
  const wanted = new Map(all.filter(({ phrases }) => phrases.length > 0).map((one) => [one.id, one]))
  if (wanted.size === 0) return new Map()

  const rows = await db()
    .select({ id: transcripts.interviewId, summary: transcripts.summary, questions: transcripts.questions })
    .from(transcripts)
    .where(isAmong(transcripts.interviewId, [...wanted.keys()]))
  return new Map(
    rows.flatMap((row) => {
      const one = wanted.get(row.id)
      const summary = one?.assessment.is === 'shown' ? row.summary : null
      return one ? [[row.id, aboutOf({ ...row, summary }, one.phrases)] as const] : []
    }),
  )
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
