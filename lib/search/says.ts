import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { phrasePattern, phraseQuery, type LexemeField } from './lexemes'
import type { Phrase } from './query'

/** A phrase as an index is asked for it, and where that finds a little more than the phrase, by what a folded text is looked at again. */
export type Wanted = { query: SQL | string; pattern: SQL | string | null }

/** Pairs alone are a little more than a phrase of three words. */
export function wantedAt(place: LexemeField, phrase: Phrase) {
  return { query: phraseQuery(place, phrase), pattern: phrase.words.length > 2 ? phrasePattern(phrase) : null }
}

/** That a text that has lexemes of its own says it. */
export function says({ lexemes, folded }: Record<'lexemes' | 'folded', PgColumn>, { query, pattern }: Wanted): SQL {
  const byIndex = sql`${lexemes} @@ ${query}::tsquery`
  return pattern === null ? byIndex : sql`${byIndex} AND (${folded} ~ ${pattern}) IS NOT FALSE`
}
