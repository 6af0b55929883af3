import type { Phrase, Query, SearchField, Term } from './query'

/** So many terms are looked for in what is shown; the rows are found by all of them. */
const MOST_PHRASES = 32

/** What is looked for, by where it may stand. */
export type Phrases = Record<SearchField, Phrase[]>

export function phrasesOf(query: Query): Phrases {
  const included = query.filter(({ isExcluded }) => !isExcluded).slice(0, MOST_PHRASES)
  const isIn = (...fields: Term['field'][]) => included.filter(({ field }) => fields.includes(field))
  return {
    any: isIn('any'),
    said: isIn('any', 'said'),
    asked: isIn('asked'),
    name: isIn('any', 'name'),
    flow: isIn('any', 'flow'),
    note: isIn('any', 'note'),
  }
}
