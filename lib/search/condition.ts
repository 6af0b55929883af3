import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { flows, interviews } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { interviewsMeeting, seen } from '../interviews/seen'
import { partsIn, type WordPart } from '../text/fold'
import { flowLexeme, OVERSIZE, phrasePattern, phraseQuery, quoted, type LexemeField } from './lexemes'
import { placesOf } from './matches'
import { areNoted, notedWith } from './noted'
import type { Query, Term } from './query'

type Place = Exclude<LexemeField, 'w'>

/** Where an interview itself says a term; what is noted about it stands in a table of its own. */
const PLACES: Record<Term['field'], Place[]> = {
  any: ['s', 'n', 'x', 'y'],
  said: ['s'],
  asked: ['a'],
  name: ['n'],
  flow: [],
  note: [],
}
/** Where only whoever may know the assessment finds anything. */
const isOfSummary = (place: Place) => place === 'y'
const TEXTS: Record<Place, SQL> = {
  s: sql`${interviewTexts.said}`,
  a: sql`${interviewTexts.asked}`,
  n: sql`${interviewTexts.name}`,
  x: sql`${interviewTexts.about}`,
  y: sql`${interviewTexts.summary}`,
}

/** `places` are where it may stand, `flowIds` of the flows that meet it, `isNoted` whether any note does. */
type FoundTerm = Term & { places: Place[]; flowIds: string[]; isNoted: boolean }

/** The condition that an interview meets every term, by itself or by what is noted about it, as far as its reader may know that. */
export async function meets(reader: Reader, query: Query): Promise<SQL> {
  const [flowIds, noted] = await Promise.all([flowsOf(query), notedAmong(reader, query)])
  const terms = query.map((term, at) => ({
    ...term,
    places: PLACES[term.field],
    flowIds: flowIds[at] ?? [],
    isNoted: noted[at] ?? false,
  }))
  const some = terms.filter(({ isNoted, isExcluded }) => isNoted && !isExcluded)
  const others = terms.filter(({ isNoted, isExcluded }) => isNoted && isExcluded)
  const withoutNotes = others.map((term) => sql`NOT ${isNotedAbout(reader, [term])}`)
  return and([some.length === 0 ? saysAll(reader, terms) : saysOrIsNoted(reader, terms, some), ...withoutNotes])
}

/** Of each term whether any note meets it: mostly none does, and then the interviews alone are asked. */
async function notedAmong(reader: Reader, query: Query): Promise<boolean[]> {
  const asked = query.filter(({ field }) => field === 'any' || field === 'note')
  const are = await areNoted(reader, asked)
  return query.map((term) => are[asked.indexOf(term)] ?? false)
}

/**
 * The interviews that say everything themselves, by their index, and of those few with such a note the ones that say the rest:
 * either or, in one condition, would have Postgres read the words of every interview.
 */
function saysOrIsNoted(reader: Reader, terms: FoundTerm[], noted: FoundTerm[]): SQL {
  const rest = terms.map((term) =>
    noted.includes(term) ? or([isNotedAbout(reader, [term]), saysAll(reader, [term])]) : saysAll(reader, [term]),
  )
  const { id } = interviews
  return sql`${id} IN (
    SELECT ${id} FROM ${interviews} WHERE ${saysAll(reader, terms)}
    UNION SELECT ${id} FROM ${interviews} WHERE ${isNotedAbout(reader, noted)} AND ${and(rest)})`
}

/** That a note says one of these. */
function isNotedAbout(reader: Reader, terms: Term[]): SQL {
  const found = terms.map((term) => sql`${notedWith(reader, term)}`)
  return sql`${interviews.id} IN (${sql.join(found, sql` UNION ALL `)})`
}

/** That an interview itself meets every term, as far as its reader may know: its summary too where they may know the assessment. */
function saysAll(reader: Reader, terms: FoundTerm[]): SQL {
  const plain = terms.map((term) => narrowedTo(term, isPlain))
  const summed = terms.map((term) => narrowedTo(term, isOfSummary)).filter(({ places }) => places.length > 0)
  if (summed.length === 0) return and(saysAt(terms))
  if (summed.some(({ isExcluded }) => isExcluded)) return saysByAssessment(reader, { shown: terms, hidden: plain })
  // Those that their summaries make meet it are found first and asked for by id beside the others, in each condition: what an index
  // answers as a whole is not read again.
  const bySummary = interviewsMeeting(reader, and(saysAt(terms, summed)))
  const isOfThose = sql`${interviews.id} = ANY(ARRAY(SELECT ${seen.id} FROM ${bySummary} WHERE ${seen.showsAssessment}))`
  return and(saysAt(plain).map((condition) => or([condition, isOfThose])))
}

/** Who shows their assessment is asked for more than the others: each by the index, since either or would read every word. */
function saysByAssessment(reader: Reader, terms: Record<'shown' | 'hidden', FoundTerm[]>): SQL {
  const shown = interviewsMeeting(reader, and(saysAt(terms.shown)))
  const hidden = interviewsMeeting(reader, and(saysAt(terms.hidden)))
  return sql`${interviews.id} IN (
    SELECT ${seen.id} FROM ${shown} WHERE ${seen.showsAssessment}
    UNION ALL SELECT ${seen.id} FROM ${hidden} WHERE NOT ${seen.showsAssessment})`
}

/** That it meets every term at one of its places, and one of `some` in particular as far as the index tells; all of these have to hold. */
function saysAt(terms: FoundTerm[], some: FoundTerm[] = []): SQL[] {
  const asked = terms.map((term) => (term.isExcluded ? `!(${alternatives(term)})` : `(${alternatives(term)})`))
  const oneOf = some.length === 0 ? [] : [`(${some.map((term) => alternatives({ ...term, flowIds: [] })).join(' | ')})`]
  const parsed = sql`${interviews.lexemes} @@ ${[...asked, ...oneOf].join(' & ')}::tsquery`
  // The index answers all but phrases of three words and more, and interviews that it holds by their text only.
  const phrases = terms.filter(({ words }) => words.length > 2).map((term) => isMetByText(term))
  const all = and(terms.map((term) => isMetByText(term)))
  return [parsed, ...phrases, sql`(NOT ${interviews.isOversize} OR ${all})`]
}

function narrowedTo(term: FoundTerm, isKept: (place: Place) => boolean): FoundTerm {
  return { ...term, places: term.places.filter((place) => isKept(place)) }
}

function isPlain(place: Place): boolean {
  return !isOfSummary(place)
}

/** Few flows have many interviews: their titles are compared here, and the index knows which interview is of which flow. */
async function flowsOf(query: Query): Promise<string[][]> {
  if (!query.some((term) => isOfFlow(term))) return []

  const titles = await db().select({ id: flows.id, title: flows.title }).from(flows)
  const folded = titles.map(({ id, title }) => ({ id, parts: partsOfTitle(title) }))
  return query.map((term) => {
    const found = folded.filter(({ parts }) => isOfFlow(term) && placesOf(term, parts).length > 0)
    return found.map(({ id }) => id)
  })
}

/** Of each title once: to fold those of all flows takes longer than to find a word. */
const foldedTitles = new Map<string, WordPart[]>()
const MOST_TITLES = 2_000

function partsOfTitle(title: string): WordPart[] {
  const known = foldedTitles.get(title)
  if (known) return known
  if (foldedTitles.size >= MOST_TITLES) foldedTitles.clear()
  const parts = partsIn(title)
  foldedTitles.set(title, parts)
  return parts
}

function isOfFlow({ field }: Term): boolean {
  return field === 'any' || field === 'flow'
}

/** An excluded phrase of three words and more excludes nothing by its pairs: only the text can tell. */
function alternatives(term: FoundTerm): string {
  const byPairs = term.isExcluded && term.words.length > 2
  const places = byPairs ? [] : term.places.map((place) => phraseQuery(place, term))
  const byFlow = term.flowIds.map((id) => quoted(flowLexeme(id)))
  const oversize = term.isExcluded ? [] : [quoted(OVERSIZE)]
  return [...places, ...byFlow, ...oversize].join(' | ') || quoted('nothing')
}

function isMetByText(term: FoundTerm): SQL {
  const { words, isPrefix, isExcluded, flowIds } = term
  const plain = `% ${words.join(' ')}${isPrefix ? '' : ' '}%`
  // The pattern alone would tell, and takes longer.
  const texts = term.places.map(
    (place) => sql`${TEXTS[place]} LIKE ${plain} OR ${TEXTS[place]} ~ ${phrasePattern(term)}`,
  )
  const places =
    texts.length === 0
      ? []
      : [
          sql`EXISTS (SELECT FROM ${interviewTexts} WHERE ${interviewTexts.interviewId} = ${interviews.id} AND (${sql.join(texts, sql` OR `)}))`,
        ]
  const byFlow = flowIds.map((id) => sql`${interviews.lexemes} @@ ${quoted(flowLexeme(id))}::tsquery`)
  const met = or([...places, ...byFlow, sql`false`])
  return isExcluded ? sql`NOT ${met}` : met
}

function and(conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` AND `)})`
}

function or(conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` OR `)})`
}
