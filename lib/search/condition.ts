import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { interviews } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { interviewsMeeting, seen } from '../interviews/seen'
import { textsSay } from './by-text'
import { isOfSummary, isPlain, narrowedTo, type FoundTerm } from './found-terms'
import { isSearchable } from './indexed'
import { flowLexeme, OVERSIZE, phraseQuery, quoted } from './lexemes'
import { notedWith } from './noted'
import type { Term } from './query'

/** The condition that an interview that is indexed meets every term, by itself or by what is noted about it, as far as its reader may know that. */
export function meets(reader: Reader, terms: FoundTerm[]): SQL {
  const some = terms.filter(({ isNoted, isExcluded }) => isNoted && !isExcluded)
  const others = terms.filter(({ isNoted, isExcluded }) => isNoted && isExcluded)
  const withoutNotes = others.map((term) => sql`NOT ${isNotedAbout(reader, [term])}`)
  const says = some.length === 0 ? saysAll(reader, terms) : saysOrIsNoted(reader, terms, some)
  return and([says, ...withoutNotes, isSearchable(interviews.id)])
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

/** An excluded phrase of three words and more excludes nothing by its pairs: only the text can tell. */
function alternatives(term: FoundTerm): string {
  const byPairs = term.isExcluded && term.words.length > 2
  const places = byPairs ? [] : term.places.map((place) => phraseQuery(place, term))
  const byFlow = term.flowIds.map((id) => quoted(flowLexeme(id)))
  const oversize = term.isExcluded ? [] : [quoted(OVERSIZE)]
  return [...places, ...byFlow, ...oversize].join(' | ') || quoted('nothing')
}

function isMetByText(term: FoundTerm): SQL {
  const { places, isExcluded, flowIds } = term
  const byText = sql`EXISTS (SELECT FROM ${interviewTexts} WHERE ${interviewTexts.interviewId} = ${interviews.id} AND ${textsSay(term)})`
  const byFlow = flowIds.map((id) => sql`${interviews.lexemes} @@ ${quoted(flowLexeme(id))}::tsquery`)
  const met = or([...(places.length > 0 ? [byText] : []), ...byFlow, sql`false`])
  return isExcluded ? sql`NOT ${met}` : met
}

function and(conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` AND `)})`
}

function or(conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` OR `)})`
}
