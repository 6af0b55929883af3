import { sql } from 'drizzle-orm'
import { date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { interviews } from './interviews'
import { members } from './members'

const interviewId = () =>
  text('interview_id')
    .notNull()
    .references(() => interviews.id, { onDelete: 'cascade' })
/** Whom it is about, or who wanted it: a member's row never takes with it what others see. */
const partyId = (name: string) => uuid(name).references(() => members.id, { onDelete: 'restrict' })
/** A member's alone. */
const ownerId = () => uuid('member_id').references(() => members.id, { onDelete: 'cascade' })

/** Which member is to judge which interview. It stands until it is withdrawn, after their vote too. */
export const assignments = pgTable(
  'assignments',
  {
    id: uuid().primaryKey().defaultRandom(),
    interviewId: interviewId(),
    memberId: partyId('member_id').notNull(),
    byId: partyId('by_id').notNull(),
    /** By whoever hands them out, once an interview and member; or by a colleague, once each of them. */
    kind: text({ enum: ['assigned', 'asked'] }).notNull(),
    message: text(),
    dueOn: date('due_on', { mode: 'string' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null while it stands. */
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: partyId('withdrawn_by'),
  },
  (table) => [
    uniqueIndex('assignments_assigned')
      .on(table.interviewId, table.memberId)
      .where(sql`kind = 'assigned' AND withdrawn_at IS NULL`),
    uniqueIndex('assignments_asked')
      .on(table.interviewId, table.memberId, table.byId)
      .where(sql`kind = 'asked' AND withdrawn_at IS NULL`),
    index('assignments_member').on(table.memberId, table.interviewId),
  ],
)

/** What a member has put at the end of their queue, and when. */
export const queueSkips = pgTable(
  'queue_skips',
  {
    interviewId: interviewId(),
    memberId: ownerId().notNull(),
    skippedAt: instant('skipped_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.interviewId] })],
)

/** Where a member is: what they opened last of their queue, and when they were here. */
export const queuePlaces = pgTable('queue_places', {
  memberId: ownerId().primaryKey(),
  interviewId: text('interview_id').references(() => interviews.id, { onDelete: 'set null' }),
  /** When they were last here. */
  hereAt: instant('here_at').notNull().defaultNow(),
  /** When they were last here the time before; null where this is the first. */
  beforeAt: instant('before_at'),
})
