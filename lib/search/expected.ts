import 'server-only'
import { isPlain, PLACES } from './found-terms'
import { findCounted, type Shares } from './frequent-lexemes'
import { phraseLexemes } from './lexemes'
import type { Query, Term } from './query'

/** `share` is the part of all `interviews` that may be expected to meet a query, from 0 to 1. */
export type Expected = { share: number; interviews: number }

/** For nothing but to choose how to look. */
export async function findExpected(query: Query): Promise<Expected> {
  const { shares, interviews } = await findCounted()
  const met = (term: Term) => (term.isExcluded ? 1 - shareOf(term, shares) : shareOf(term, shares))
  return { share: query.reduce((all, term) => all * met(term), 1), interviews }
}

/** As if they said each of the words that a beginning stands for without regard to the others; a phrase of three is taken for rare. */
function shareOf(term: Term, shares: Shares): number {
  if (term.words.length > 2) return 0
  const asked = PLACES[term.field].filter((place) => isPlain(place)).flatMap((place) => phraseLexemes(place, term))
  const isAsked = (lexeme: string) => asked.some((one) => (term.isPrefix ? lexeme.startsWith(one) : lexeme === one))
  const found = [...shares].filter(([lexeme]) => isAsked(lexeme))
  return 1 - found.reduce((lacking, [, share]) => lacking * (1 - share), 1)
}
