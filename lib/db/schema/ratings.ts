import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { interviews } from './interviews'
import { members } from './members'

/** A member's row never takes with it what they judged, or chose to see. */
const memberId = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => members.id, { onDelete: 'restrict' })

/** What a 1, a 3 and a 5 sound like in answers to a question of a flow; no version is ever changed but where it names who is removed. */
export const anchors = pgTable(
  'anchors',
  {
    id: uuid().primaryKey().defaultRandom(),
    flowId: text('flow_id').notNull(),
    questionKey: text('question_key').notNull(),
    /** From 1; the greatest is the one of today. */
    version: integer().notNull(),
    one: text(),
    three: text(),
    five: text(),
    authorId: memberId('author_id'),
    writtenAt: instant('written_at').notNull().defaultNow(),
  },
  (table) => [unique('anchors_version').on(table.flowId, table.questionKey, table.version)],
)

/** What members think of an answer, from 1 to 5: each version as it was given. */
export const ratings = pgTable(
  'ratings',
  {
    id: uuid().primaryKey().defaultRandom(),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    questionKey: text('question_key').notNull(),
    memberId: memberId('member_id'),
    rating: integer().notNull(),
    /** That it was given on; null where there were none. */
    anchorsId: uuid('anchors_id').references(() => anchors.id, { onDelete: 'restrict' }),
    ratedAt: instant('rated_at').notNull().defaultNow(),
    /** When another one took its place, or it was taken back; null while it stands. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('ratings_standing')
      .on(table.interviewId, table.questionKey, table.memberId)
      .where(sql`ended_at IS NULL`),
    index('ratings_interview').on(table.interviewId),
    index('ratings_member').on(table.memberId),
  ],
)

/** Who had the names of a flow's candidates shown to them before they had rated the answers. */
export const nameReveals = pgTable(
  'name_reveals',
  {
    flowId: text('flow_id').notNull(),
    memberId: memberId('member_id'),
    revealedAt: instant('revealed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.flowId, table.memberId] }), index('name_reveals_member').on(table.memberId)],
)
