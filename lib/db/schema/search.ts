import { boolean, customType, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { interviews } from './interviews'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** What a search reads of an interview, all of it folded; see docs/decisions/0006-search.md. */
export const interviewSearch = pgTable(
  'interview_search',
  {
    interviewId: text('interview_id')
      .primaryKey()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    lexemes: tsvector().notNull(),
    /** Has more lexemes than fit: every search reads its text. */
    isOversize: boolean('is_oversize').notNull(),
    /** A line a segment, empty where somebody else speaks: the line's number is the segment's. */
    said: text().notNull(),
    asked: text().notNull(),
    name: text().notNull(),
    about: text().notNull(),
    /** Of the rules that made the row; a row of older rules is made again. */
    rules: integer().notNull(),
  },
  (table) => [
    index('interview_search_lexemes').using('gin', table.lexemes),
    index('interview_search_rules').on(table.rules),
  ],
)
