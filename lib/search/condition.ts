import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { flows, interviews } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { partsIn } from '../text/fold'
import { flowLexeme, OVERSIZE, phrasePattern, phraseQuery, quoted, type LexemeField } from './lexemes'
import { placesOf } from './matches'
import type { Query, Term } from './query'

const EVERYWHERE: LexemeField[] = ['s', 'n', 'x']
const PLACES: Record<Term['field'], LexemeField[]> = {
  any: EVERYWHERE,
  said: ['s'],
  asked: ['a'],
  name: ['n'],
  flow: [],
}
const TEXTS: Record<LexemeField, SQL> = {
  s: sql`${interviewTexts.said}`,
  a: sql`${interviewTexts.asked}`,
  n: sql`${interviewTexts.name}`,
  x: sql`${interviewTexts.about}`,
}

type FlowTerm = Term & { flowIds: string[] }

/** The condition that an interview meets every term. */
export async function meets(query: Query): Promise<SQL> {
  const terms = await withFlows(query)
  const asked = terms.map((term) => (term.isExcluded ? `!(${alternatives(term)})` : `(${alternatives(term)})`))
  const parsed = sql`${interviews.lexemes} @@ ${asked.join(' & ')}::tsquery`
  // The index answers all but phrases of three words and more, and interviews that it holds by their text only.
  const phrases = terms.filter(({ words }) => words.length > 2).map((term) => isMetByText(term))
  const all = sql.join(
    terms.map((term) => isMetByText(term)),
    sql` AND `,
  )
  return sql.join([parsed, ...phrases, sql`(NOT ${interviews.isOversize} OR ${all})`], sql` AND `)
}

/** Few flows have many interviews: their titles are compared here, and the index knows which interview is of which flow. */
async function withFlows(query: Query): Promise<FlowTerm[]> {
  if (!query.some(({ field }) => field === 'any' || field === 'flow'))
    return query.map((term) => ({ ...term, flowIds: [] }))

  const titles = await db().select({ id: flows.id, title: flows.title }).from(flows)
  const folded = titles.map(({ id, title }) => ({ id, parts: partsIn(title) }))
  return query.map((term) => {
    const isSearched = term.field === 'any' || term.field === 'flow'
    const found = folded.filter(({ parts }) => isSearched && placesOf(term, parts).length > 0)
    return { ...term, flowIds: found.map(({ id }) => id) }
  })
}

/** An excluded phrase of three words and more excludes nothing by its pairs: only the text can tell. */
function alternatives(term: FlowTerm): string {
  const byPairs = term.isExcluded && term.words.length > 2
  const places = byPairs ? [] : PLACES[term.field].map((place) => phraseQuery(place, term))
  const byFlow = term.flowIds.map((id) => quoted(flowLexeme(id)))
  const oversize = term.isExcluded ? [] : [quoted(OVERSIZE)]
  return [...places, ...byFlow, ...oversize].join(' | ') || quoted('nothing')
}

function isMetByText(term: FlowTerm): SQL {
  const { field, words, isPrefix, isExcluded, flowIds } = term
  const plain = `% ${words.join(' ')}${isPrefix ? '' : ' '}%`
  // The pattern alone would tell, and takes longer.
  const texts = PLACES[field].map(
    (place) => sql`${TEXTS[place]} LIKE ${plain} OR ${TEXTS[place]} ~ ${phrasePattern(term)}`,
  )
  const places =
    texts.length === 0
      ? []
      : [
          sql`EXISTS (SELECT FROM ${interviewTexts} WHERE ${interviewTexts.interviewId} = ${interviews.id} AND (${sql.join(texts, sql` OR `)}))`,
        ]
  const byFlow = flowIds.map((id) => sql`${interviews.lexemes} @@ ${quoted(flowLexeme(id))}::tsquery`)
  const met = sql.join([...places, ...byFlow, sql`false`], sql` OR `)
  return isExcluded ? sql`NOT (${met})` : sql`(${met})`
}
