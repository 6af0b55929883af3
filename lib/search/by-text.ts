import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { interviewTexts } from '../db/schema/search'
import { seen } from '../interviews/seen'
import { isOfSummary, isPlain, narrowedTo, type FoundTerm, type TextPlace } from './found-terms'
import { isSearchable } from './indexed'
import { phrasePattern } from './lexemes'
import { notedWith } from './noted'
import { isOfSomeFlow, isTitled } from './titled'

const TEXTS: Record<TextPlace, SQL> = {
  s: sql`${interviewTexts.said}`,
  a: sql`${interviewTexts.asked}`,
  n: sql`${interviewTexts.name}`,
  x: sql`${interviewTexts.about}`,
  y: sql`${interviewTexts.summary}`,
}

/** That an interview's texts say a term at one of its places. */
export function textsSay(term: FoundTerm): SQL {
  const plain = `% ${term.words.join(' ')}${term.isPrefix ? '' : ' '}%`
  // The pattern alone would tell, and takes longer.
  const said = term.places.map(
    (place) => sql`${TEXTS[place]} LIKE ${plain} OR ${TEXTS[place]} ~ ${phrasePattern(term)}`,
  )
  return sql`(${sql.join([...said, sql`false`], sql` OR `)})`
}

/**
 * That one of `interviewsOf(reader)` meets every term, by its texts and not by the index: to ask it of one interview takes as long
 * however many there are.
 */
export function saysByText(reader: Reader, terms: FoundTerm[]): SQL {
  const met = terms.map((term) => (term.isExcluded ? sql`NOT ${isMet(reader, term)}` : isMet(reader, term)))
  return sql`(${sql.join([...met, isSearchable(seen.id)], sql` AND `)})`
}

function isMet(reader: Reader, term: FoundTerm): SQL {
  const plain = textsSay(narrowedTo(term, isPlain))
  const summary = textsSay(narrowedTo(term, isOfSummary))
  // By a value rather than EXISTS, for which Postgres would sooner read the texts of all.
  const says = sql`(SELECT ${plain} OR (${seen.showsAssessment} AND ${summary}) FROM ${interviewTexts}
    WHERE ${interviewTexts.interviewId} = ${seen.id})`
  const isOfFlow = isOfSomeFlow(term) ? [isTitled(seen.flowId, term)] : []
  const isNoted = term.isNoted ? [sql`${seen.id} IN (${notedWith(reader, term)})`] : []
  // Of no flow, and without texts, is not unknown but no.
  return sql`coalesce(${sql.join([says, ...isOfFlow, ...isNoted], sql` OR `)}, false)`
}
