import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { TimeSpan } from '../../transcript/speech'
import type { Quote } from '../../transcript/quote'
import { instant } from './instant'
import { interviews } from './interviews'
import { members } from './members'
import { transactionId } from './transaction-id'

const interviewId = () =>
  text('interview_id')
    .notNull()
    .references(() => interviews.id, { onDelete: 'cascade' })
/** Whoever wrote, or is named in what was written: a member's row never takes that with it. */
const writerId = (name: string) => uuid(name).references(() => members.id, { onDelete: 'restrict' })

/** What members say about an interview. The browser makes the id, so that sending one again is no second note. */
export const notes = pgTable(
  'notes',
  {
    id: uuid().primaryKey(),
    interviewId: interviewId(),
    authorId: writerId('author_id').notNull(),
    /** The note that this one answers; an answer has none itself. */
    parentId: uuid('parent_id'),
    body: text().notNull(),
    /** Seconds into the recording. */
    at: doublePrecision(),
    quote: jsonb().$type<Quote>(),
    createdAt: instant('created_at').notNull().defaultNow(),
    editedAt: instant('edited_at'),
    /** Its words are gone; the row remains for its answers. */
    deletedAt: instant('deleted_at'),
    /** A trigger sets it with whatever changes: rows of lists count them, and show those that a search found. */
    updatedIn: transactionId('updated_in'),
  },
  (table) => [
    index('notes_interview').on(table.interviewId, table.createdAt),
    index('notes_updated_in').on(table.updatedIn),
  ],
)

export const noteMentions = pgTable(
  'note_mentions',
  {
    noteId: uuid('note_id')
      .notNull()
      .references(() => notes.id, { onDelete: 'cascade' }),
    memberId: writerId('member_id').notNull(),
    seenAt: instant('seen_at'),
  },
  (table) => [
    primaryKey({ columns: [table.noteId, table.memberId] }),
    index('note_mentions_member').on(table.memberId),
  ],
)

/** What was misheard; nothing that somebody corrected is ever deleted. Offsets are UTF-16 units in the segment as Ribbon sent it, which stays as it is. */
export const corrections = pgTable(
  'corrections',
  {
    id: uuid().primaryKey(),
    interviewId: interviewId(),
    authorId: writerId('author_id').notNull(),
    segment: integer().notNull(),
    from: integer('from').notNull(),
    to: integer('to').notNull(),
    original: text().notNull(),
    replacement: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null while it stands. */
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: writerId('withdrawn_by'),
    /** The correction that took its place; null while it stands, and where the transcript's own words did. */
    replacedBy: uuid('replaced_by'),
  },
  (table) => [index('corrections_interview').on(table.interviewId)],
)

/** What of an interview a member has heard and read: theirs alone. Spans are seconds, sorted and apart. */
export const listeningProgress = pgTable(
  'listening_progress',
  {
    interviewId: interviewId(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** What sounded. */
    spans: jsonb().$type<TimeSpan[]>().notNull().default([]),
    /** What was said by words that were in sight for long enough to be read. */
    read: jsonb().$type<TimeSpan[]>().notNull().default([]),
    /** What lists show of it; null where nothing was heard or read. */
    progress: text({ enum: ['begun', 'read', 'heard'] }),
    /** A trigger sets it with `progress`. */
    updatedIn: transactionId('updated_in'),
  },
  (table) => [
    primaryKey({ columns: [table.interviewId, table.memberId] }),
    index('listening_progress_member').on(table.memberId, table.updatedIn),
  ],
)
