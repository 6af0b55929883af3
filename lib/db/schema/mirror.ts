import { bigint, boolean, integer, pgSequence, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytea } from './bytea'
import { instant } from './instant'
import { interviews } from './interviews'

/** How far each of Ribbon's lists of interviews has been read, and what it has shown of its order. */
export const mirrorLists = pgTable('mirror_lists', {
  status: text({ enum: ['completed', 'incomplete'] }).primaryKey(),
  /** Where a pass that was interrupted goes on. */
  nextOffset: integer('next_offset').notNull().default(0),
  /** How many interviews the last pass, or the one under way, has met. */
  seen: integer().notNull().default(0),
  order: text({ enum: ['newest_first', 'oldest_first', 'mixed'] }),
  /** The place in `ribbon_asks` before the first page of the pass under way. */
  passSince: bigint('pass_since', { mode: 'number' }),
  /** The same of the last pass that has met everything in the list. */
  wholeSince: bigint('whole_since', { mode: 'number' }),
  /** When it was last read from end to end. */
  passedAt: instant('passed_at'),
  /** When all that it names had last been met: from end to end, or up to what was known already. */
  comparedAt: instant('compared_at'),
  /** When the pass under way, or the last one, began. */
  beganAt: instant('began_at'),
  /** About how long it is, where a first reading takes long enough for somebody to ask. */
  about: integer(),
  /** Where the slow round through what is known already goes on. */
  rereadOffset: integer('reread_offset').notNull().default(0),
  /** Up to when the pages that were due have been read. */
  rereadAt: instant('reread_at'),
  /** A place in `ribbon_asks` from before the round that is under way; 0 before there is any. */
  rereadSince: bigint('reread_since', { mode: 'number' }).notNull().default(0),
})

/** What could not be read, and is tried again less and less often. */
export const unreadableItems = pgTable(
  'unreadable_items',
  {
    /** One interview or flow, or one of Ribbon's lists. */
    kind: text({ enum: ['interview', 'flow', 'completed', 'incomplete', 'flows', 'teams'] }).notNull(),
    /** The id of the one, or the offset in the list. */
    place: text().notNull(),
    /** In a list, which moves, the id of the item right before it: what it is known by. */
    after: text(),
    /** One of `lib/mirror/store/unreadable.ts`. */
    reason: text().notNull(),
    tries: integer().notNull().default(1),
    firstSeenAt: instant('first_seen_at').notNull().defaultNow(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    nextTryAt: instant('next_try_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.place] })],
)

/** Ribbon's reply that the stored interview was made from: JSON, compressed as `lib/mirror/store/reply.ts` does. */
export const ribbonReplies = pgTable('ribbon_replies', {
  interviewId: text('interview_id')
    .primaryKey()
    .references(() => interviews.id, { onDelete: 'cascade' }),
  body: bytea().notNull(),
  /** The reply's place in `ribbon_asks`. */
  asked: bigint({ mode: 'number' }).notNull().default(0),
  receivedAt: instant('received_at').notNull().defaultNow(),
})

/** Each request takes its number right before it is sent: the one order in which all replicas ask Ribbon. */
export const ribbonAsks = pgSequence('ribbon_asks')

/**
 * The place of the newest reply about an interview, also where Ribbon said that it knows none. Narrow, and apart from the
 * interview's row, since each reading of a list moves it on.
 */
export const replyPlaces = pgTable('reply_places', {
  interviewId: text('interview_id').primaryKey(),
  asked: bigint({ mode: 'number' }).notNull(),
  /** The newest reply with anything in it had lost what an earlier one had, whose transcript, scores and summary remain. */
  isPartial: boolean('is_partial').notNull().default(false),
  storedAt: instant('stored_at').notNull().defaultNow(),
})

/** Calls to Ribbon, counted by minute. */
export const ribbonCalls = pgTable('ribbon_calls', {
  minute: instant('minute').primaryKey(),
  calls: integer().notNull(),
  failures: integer().notNull(),
})
