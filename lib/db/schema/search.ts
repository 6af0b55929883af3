import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { interviews } from './interviews'
import { notes } from './notes'
import { tsvector } from './tsvector'

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
    /** Apart from the rest, since it is not shown to everybody. */
    summary: text().notNull().default(''),
    /** Of the rules that made the row and the lexemes; what older rules made is made again. */
    rules: integer().notNull(),
  },
  (table) => [index('interview_texts_rules').on(table.rules)],
)

/** The rules of what is stored and not indexed yet: no search finds it. */
export const NOT_INDEXED = 0
/** Said in the statement itself: Postgres knows how many rows of these rules there are, mostly none. */
export const isToCome = sql`${interviewTexts.rules} = ${sql.raw(String(NOT_INDEXED))}`

/** The words of a flow's title as a search finds them, whether or not any interview is of it. */
export const flowTexts = pgTable(
  'flow_texts',
  {
    flowId: text('flow_id').primaryKey(),
    title: text().notNull(),
    lexemes: tsvector().notNull(),
    rules: integer().notNull(),
  },
  (table) => [index('flow_texts_lexemes').using('gin', table.lexemes), index('flow_texts_rules').on(table.rules)],
)

/** A note's words as a search finds them, in the same form; a deleted note has none. */
export const noteTexts = pgTable(
  'note_texts',
  {
    noteId: uuid('note_id')
      .primaryKey()
      .references(() => notes.id, { onDelete: 'cascade' }),
    /** A line a line of the note. */
    written: text().notNull(),
    lexemes: tsvector().notNull(),
    rules: integer().notNull(),
  },
  (table) => [index('note_texts_lexemes').using('gin', table.lexemes), index('note_texts_rules').on(table.rules)],
)
