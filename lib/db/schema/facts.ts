import { doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { TimeSpan } from '../../transcript/speech'
import { interviews } from './interviews'

/**
 * What follows from a transcript alone, so that nobody has to read it for that. A row is of the transcript that stands there:
 * a trigger takes it away with the one before, whoever replaces it.
 */
export const interviewFacts = pgTable('interview_facts', {
  interviewId: text('interview_id')
    .primaryKey()
    .references(() => interviews.id, { onDelete: 'cascade' }),
  /** Of the rules that made it; what older rules made is made again. */
  rules: integer().notNull(),
  /** That the candidate says; null where no facts could be made. */
  words: integer(),
  /** Of all that is spoken, from 0 to 1. */
  share: doublePrecision(),
  /** The median silence before the candidate answers, in seconds. */
  pause: doublePrecision(),
  /** When the candidate speaks, in seconds; sorted and apart. Null where no facts could be made. */
  speech: jsonb().$type<TimeSpan[]>(),
  /** The key of the question in whose answer the talk breaks off. */
  cutOff: text('cut_off'),
})

/** What an interview was asked and what was said to it; a question has one row, however often it was asked. */
export const questionAnswers = pgTable(
  'question_answers',
  {
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviewFacts.interviewId, { onDelete: 'cascade' }),
    /** The same in every interview and version of a flow; see lib/transcript/question-key.ts. */
    questionKey: text('question_key').notNull(),
    /** In the order in which they were asked. */
    position: integer().notNull(),
    /** As it was asked first. */
    text: text().notNull(),
    /** Indices of its segments; none where it was not asked. */
    segments: integer().array().notNull(),
    spans: jsonb().$type<TimeSpan[]>().notNull(),
    /** In which the candidate speaks; null where they speak at no known time. */
    seconds: doublePrecision(),
    /** That the candidate says. */
    words: integer().notNull(),
    followUps: integer('follow_ups').notNull(),
  },
  (table) => [primaryKey({ columns: [table.interviewId, table.questionKey] })],
)
