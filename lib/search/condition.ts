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
import { isOfSomeFlow, isTitled } from './titled'

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
  const summed = terms.filter((term) => inSummary(term).places.length > 0)
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

function inSummary(term: FoundTerm): FoundTerm {
  return { ...narrowedTo(term, isOfSummary), flowIds: [] }
}

/** That it meets every term at one of its places, and one of these in its summary as far as the index tells; all of these have to hold. */
function saysAt(terms: FoundTerm[], summed: FoundTerm[] = []): SQL[] {
  const oneOf = summed.length === 0 ? [] : [summed.map((term) => alternatives(inSummary(term))).join(' | ')]
  // If it is one alone, its summary answers it.
  const others = summed.length === 1 ? terms.filter((term) => !summed.includes(term)) : terms
  const asked = [
    ...others.filter((term) => !isByFlow(term)).map((term) => lexemesAsked(term)),
    ...oneOf.map(inBrackets),
  ]
  // The index answers all but phrases of three words and more, and interviews that it holds by their text only.
  const phrases = terms.filter(({ words }) => words.length > 2).map((term) => isMetByText(term))
  const outside = terms
    .filter((term) => term.isOfManyFlows && term.isExcluded)
    .map((term) => sql`NOT ${isOfFlow(term)}`)
  const all = and(terms.map((term) => isMetByText(term)))
  return [
    ...saysLexemes(asked),
    ...saysOrIsOfFlow(
      terms.filter((term) => isByFlow(term)),
      asked,
    ),
    ...phrases,
    ...outside,
    sql`(NOT ${interviews.isOversize} OR ${all})`,
  ]
}

/** What is asked by the flow of an interview as well as by what it says, each by an index of its own. */
function isByFlow({ isOfManyFlows, isExcluded }: FoundTerm): boolean {
  return isOfManyFlows && !isExcluded
}

/**
 * That it says each of these or is of a flow that does, of which there are many: by an index for what is said and one for flows, each with
 * the rest that is asked, since an index of what is said compares every flow with every interview.
 */
function saysOrIsOfFlow(terms: FoundTerm[], rest: string[]): SQL[] {
  if (terms.length === 0) return []
  const { id } = interviews
  const found = terms.map((term) => {
    const said = and(saysLexemes([...rest, lexemesAsked(term)]))
    const ofFlow = and([...saysLexemes(rest), isOfFlow(term)])
    return sql`(SELECT ${id} FROM ${interviews} WHERE ${said} UNION ALL SELECT ${id} FROM ${interviews} WHERE ${ofFlow})`
  })
  const isFound = sql`${id} IN (${sql.join(found, sql` INTERSECT `)})`
  // What the rest finds is looked up among them: Postgres takes them for few, and would rather compare each with each.
  return [rest.length === 0 ? isFound : sql`(${isFound}) IS TRUE`]
}

function saysLexemes(asked: string[]): SQL[] {
  return asked.length === 0 ? [] : [sql`${interviews.lexemes} @@ ${asked.join(' & ')}::tsquery`]
}

function lexemesAsked(term: FoundTerm): string {
  return `${term.isExcluded ? '!' : ''}${inBrackets(alternatives(term))}`
}

function inBrackets(asked: string): string {
  return `(${asked})`
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
  const { places, isExcluded } = term
  const byText = sql`EXISTS (SELECT FROM ${interviewTexts} WHERE ${interviewTexts.interviewId} = ${interviews.id} AND ${textsSay(term)})`
  const met = or([...(places.length > 0 ? [byText] : []), ...(isOfSomeFlow(term) ? [isOfFlow(term)] : []), sql`false`])
  return isExcluded ? sql`NOT ${met}` : met
}

function isOfFlow(term: FoundTerm): SQL {
  return isTitled(interviews.flowId, term)
}

function and(conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` AND `)})`
}

function or(conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` OR `)})`
}
