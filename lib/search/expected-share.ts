import 'server-only'
import { isPlain, PLACES } from './found-terms'
import { findShares, type Shares } from './frequent-lexemes'
import { phraseLexemes } from './lexemes'
import type { Query, Term } from './query'

/** The part of all interviews that may be expected to meet a query, from 0 to 1: for nothing but to choose how to look. */
export async function expectedShare(query: Query): Promise<number> {
  const shares = await findShares()
  return query.reduce((all, term) => all * (term.isExcluded ? 1 - shareOf(term, shares) : shareOf(term, shares)), 1)
}

/** As if they said each of the words that a beginning stands for without regard to the others; a phrase of three is taken for rare. */
function shareOf(term: Term, shares: Shares): number {
  if (term.words.length > 2) return 0
  const asked = PLACES[term.field].filter((place) => isPlain(place)).flatMap((place) => phraseLexemes(place, term))
  const isAsked = (lexeme: string) => asked.some((one) => (term.isPrefix ? lexeme.startsWith(one) : lexeme === one))
  const found = [...shares].filter(([lexeme]) => isAsked(lexeme))
  return 1 - found.reduce((lacking, [, share]) => lacking * (1 - share), 1)
}
