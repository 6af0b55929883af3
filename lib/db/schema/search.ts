import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { interviews } from './interviews'

/** An interview's words where its lexemes do not say enough, all of them folded; see docs/decisions/0006-search.md. */
export const interviewTexts = pgTable(
  'interview_texts',
  {
    interviewId: text('interview_id')
      .primaryKey()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    /** A line a segment, empty where somebody else speaks: the line's number is the segment's. */
    said: text().notNull(),
    asked: text().notNull(),
    name: text().notNull(),
    about: text().notNull(),
    /** Of the rules that made the row and the lexemes; what older rules made is made again. */
    rules: integer().notNull(),
  },
  (table) => [index('interview_texts_rules').on(table.rules)],
)
