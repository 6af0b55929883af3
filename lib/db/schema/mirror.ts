import { sql } from 'drizzle-orm'
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './bytea'
import { instant } from './instant'
import { interviews } from './interviews'

/** One row: who pulls from Ribbon now, when the next pull is due, and how the last ones went. */
export const mirrors = pgTable('mirrors', {
  id: text().primaryKey(),
  leaseHolder: uuid('lease_holder'),
  /** Seconds away while somebody pulls, past while everybody rests. */
  leaseEndsAt: instant('lease_ends_at')
    .notNull()
    .default(sql`'epoch'`),
  nextPullAt: instant('next_pull_at')
    .notNull()
    .default(sql`'epoch'`),
  /** Pulls that have failed since the last one that did not. */
  failures: integer().notNull().default(0),
  lastSuccessAt: instant('last_success_at'),
  lastFailureAt: instant('last_failure_at'),
  lastFailureCode: text('last_failure_code'),
})

/** How far each of Ribbon's lists of interviews has been read, and what it has shown of its order. */
export const mirrorLists = pgTable('mirror_lists', {
  status: text({ enum: ['completed', 'incomplete'] }).primaryKey(),
  /** Where a pass that was interrupted goes on. */
  nextOffset: integer('next_offset').notNull().default(0),
  /** How many interviews the last pass, or the one under way, has met. */
  seen: integer().notNull().default(0),
  order: text({ enum: ['newest_first', 'oldest_first', 'mixed'] }),
  /** When it was last read from end to end. */
  passedAt: instant('passed_at'),
})

/** Ribbon's reply that the stored interview was made from: JSON, deflated. */
export const ribbonReplies = pgTable('ribbon_replies', {
  interviewId: text('interview_id')
    .primaryKey()
    .references(() => interviews.id, { onDelete: 'cascade' }),
  body: bytea().notNull(),
  receivedAt: instant('received_at').notNull().defaultNow(),
})

/** Who works with interviews at Ribbon: not a member of Debrief. */
export const ribbonTeamMembers = pgTable('ribbon_team_members', {
  id: text().primaryKey(),
  email: text(),
  name: text(),
})

/** Calls to Ribbon, counted by minute. */
export const ribbonCalls = pgTable('ribbon_calls', {
  minute: instant('minute').primaryKey(),
  calls: integer().notNull(),
  failures: integer().notNull(),
})
