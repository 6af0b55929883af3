import type { Phrase, SearchField, Term } from './query'

/** So many terms are looked for in what is shown; the rows are found by all of them. */
export const MOST_PHRASES = 32

/** What is looked for, by where it may stand. */
export type Phrases = Record<SearchField, Phrase[]>

/** A term, and of one that was looked for whether any note says it. */
export type Sought = Term & { isNoted?: boolean }

export function phrasesOf(query: Sought[]): Phrases {
  const included = query.filter(({ isExcluded }) => !isExcluded).slice(0, MOST_PHRASES)
  const isIn = (...fields: Term['field'][]) => included.filter(({ field }) => fields.includes(field))
  return {
    any: isIn('any'),
    said: isIn('any', 'said'),
    asked: isIn('asked'),
    name: isIn('any', 'name'),
    flow: isIn('any', 'flow'),
    note: isIn('any', 'note').filter(({ isNoted }) => isNoted !== false),
  }
}
