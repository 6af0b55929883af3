import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { interviews } from './interviews'
import { members } from './members'
import { transactionId } from './transaction-id'

const interviewId = () =>
  text('interview_id')
    .notNull()
    .references(() => interviews.id, { onDelete: 'cascade' })
/** A member's row never takes with it what they judged. */
const voterId = () =>
  uuid('member_id')
    .notNull()
    .references(() => members.id, { onDelete: 'restrict' })
/** Null: withdrawn. */
const vote = () => text({ enum: ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'] })
const cast = () =>
  text({ enum: ['blind', 'blind_colleagues', 'blind_assessment', 'revealed', 'revealed_colleagues', 'open'] }).notNull()

/** The standing vote of each member on an interview. */
export const votes = pgTable(
  'votes',
  {
    interviewId: interviewId(),
    memberId: voterId(),
    vote: vote(),
    reason: text(),
    cast: cast(),
    castAt: instant('cast_at').notNull().defaultNow(),
    /** A trigger sets it with whatever changes: rows of lists count them. */
    updatedIn: transactionId('updated_in'),
  },
  (table) => [
    primaryKey({ columns: [table.interviewId, table.memberId] }),
    index('votes_member').on(table.memberId),
    index('votes_updated_in').on(table.updatedIn),
  ],
)

/** Each vote as it was cast, changed or withdrawn; written by a trigger, and never changed but where a reason names who is removed. */
export const voteVersions = pgTable(
  'vote_versions',
  {
    id: uuid().primaryKey().defaultRandom(),
    interviewId: interviewId(),
    memberId: voterId(),
    vote: vote(),
    reason: text(),
    cast: cast(),
    castAt: instant('cast_at').notNull(),
    /** Later than `cast_at` where a change was undone: what stood before it stands again, as it was cast. */
    writtenAt: instant('written_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [index('vote_versions_interview').on(table.interviewId, table.memberId)],
)

/** To whom what of an interview is shown that its flow hides, or will hide: for good, since nobody forgets. A vote shows all, a request what was hidden then. */
export const reveals = pgTable(
  'reveals',
  {
    interviewId: interviewId(),
    memberId: voterId(),
    by: text({ enum: ['vote', 'request'] }).notNull(),
    showsAssessment: boolean('shows_assessment').notNull(),
    showsColleagues: boolean('shows_colleagues').notNull(),
    revealedAt: instant('revealed_at').notNull().defaultNow(),
    /** News to whom it is shown; a trigger sets it with whatever changes. */
    updatedIn: transactionId('updated_in'),
  },
  (table) => [
    primaryKey({ columns: [table.interviewId, table.memberId] }),
    index('reveals_member').on(table.memberId, table.updatedIn),
  ],
)
