import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { interviews } from './interviews'
import { members } from './members'
import { transactionId } from './transaction-id'

const interviewId = () =>
  text('interview_id')
    .notNull()
    .references(() => interviews.id, { onDelete: 'cascade' })
/** A member's row never takes with it what they have said. */
const memberId = (name: string) => uuid(name).references(() => members.id, { onDelete: 'restrict' })

/** That an interview says nothing about its candidate. One stands at most; what is withdrawn remains. */
export const invalidations = pgTable(
  'invalidations',
  {
    id: uuid().primaryKey().defaultRandom(),
    interviewId: interviewId(),
    authorId: memberId('author_id').notNull(),
    cause: text({ enum: ['technical_failure', 'other_speaker', 'too_little_said'] }).notNull(),
    reason: text(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null while it stands. */
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: memberId('withdrawn_by'),
    /** A trigger sets it with whatever changes: rows of lists say it. */
    updatedIn: transactionId('updated_in'),
  },
  (table) => [
    uniqueIndex('invalidations_standing')
      .on(table.interviewId)
      .where(sql`withdrawn_at IS NULL`),
    index('invalidations_updated_in').on(table.updatedIn),
  ],
)

/** That a member holds one of Ribbon's scores to be wrong: the score stays as Ribbon gave it. What is withdrawn remains. */
export const scoreOverrides = pgTable(
  'score_overrides',
  {
    id: uuid().primaryKey().defaultRandom(),
    interviewId: interviewId(),
    score: text({
      enum: ['communication', 'motivation', 'skills', 'vocabulary', 'grammar', 'fluency', 'comprehension'],
    }).notNull(),
    authorId: memberId('author_id').notNull(),
    reason: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null while it stands. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('score_overrides_standing')
      .on(table.interviewId, table.score, table.authorId)
      .where(sql`withdrawn_at IS NULL`),
  ],
)
