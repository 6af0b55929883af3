import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { interviews } from './interviews'
import { members } from './members'
import { transactionId } from './transaction-id'

const interviewId = () => text('interview_id').references(() => interviews.id, { onDelete: 'cascade' })

/** Every status that a member has given an interview. None is deleted, and none changed but where a reason names who is removed. */
export const statusVersions = pgTable(
  'status_versions',
  {
    id: uuid().primaryKey(),
    interviewId: interviewId().notNull(),
    status: text({ enum: ['new', 'in_review', 'shortlisted', 'on_hold', 'advanced', 'declined'] }).notNull(),
    reason: text(),
    /** A member's row never takes with it what they have decided. */
    setBy: uuid('set_by')
      .notNull()
      .references(() => members.id, { onDelete: 'restrict' }),
    setAt: instant('set_at').notNull().defaultNow(),
    /** The version that stood before it, and stands again where this one is taken back; null where none did. */
    replaces: uuid(),
  },
  (table) => [index('status_versions_interview').on(table.interviewId, table.setAt)],
)

/** Which of them stands. */
export const statuses = pgTable(
  'statuses',
  {
    interviewId: interviewId().primaryKey(),
    /** Null where the only one was taken back. */
    versionId: uuid('version_id').references(() => statusVersions.id),
    /** A trigger sets it with whatever changes: rows of lists show the status. */
    updatedIn: transactionId('updated_in'),
  },
  (table) => [index('statuses_updated_in').on(table.updatedIn)],
)

/** What those who decline a candidate of a flow choose among as their reason. A flow without a row has the usual ones. */
export const declineReasons = pgTable('decline_reasons', {
  flowId: text('flow_id').primaryKey(),
  reasons: jsonb().$type<string[]>().notNull(),
})
