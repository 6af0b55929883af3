import { sql, type SQL } from 'drizzle-orm'

/** A `tsvector` of these lexemes: one parameter, however many there are. */
export function lexemesParameter(lexemes: string[]): SQL {
  const texts = lexemes.map((lexeme) => `"${lexeme.replaceAll(/["\\]/g, '\\$&')}"`)
  return sql`array_to_tsvector(${`{${texts.join(',')}}`}::text[])`
}
