import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Question, Scores, Segment } from '../interviews/interview'
import type { CompactWords } from '../interviews/words'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** One row for the installation: its salt makes the setup code differ from one installation to the next. */
export const installations = pgTable('installations', {
  id: text().primaryKey(),
  salt: uuid().notNull().defaultRandom(),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const members = pgTable('members', {
  id: uuid().primaryKey().defaultRandom(),
  /** Lower case. */
  email: text().notNull().unique(),
  role: text({ enum: ['admin', 'recruiter', 'reviewer'] }).notNull(),
  passwordHash: text('password_hash').notNull(),
  /** False: only the teams in `member_teams`. An admin sees all teams whatever this says. */
  seesAllTeams: boolean('sees_all_teams').notNull().default(true),
  disabledAt: instant('disabled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const memberTeams = pgTable(
  'member_teams',
  {
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    teamId: text('team_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.teamId] })],
)

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sessions_member').on(table.memberId)],
)

/** Failed sign-ins in a window, by hashed account and by hashed address. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowEndsAt: instant('window_ends_at').notNull(),
})

export const teams = pgTable('teams', {
  id: text().primaryKey(),
  name: text().notNull(),
})

export const flows = pgTable('flows', {
  id: text().primaryKey(),
  teamId: text('team_id'),
  title: text().notNull(),
  /** The title as a search compares it. */
  searchTitle: text('search_title').notNull(),
  language: text(),
  questions: jsonb().$type<string[]>().notNull(),
  hasVideo: boolean('has_video').notNull().default(false),
  contentHash: text('content_hash').notNull(),
  /** When Ribbon's list last ceased to name it; the interviews of an archived flow remain. */
  goneAt: instant('gone_at'),
  firstSeenAt: instant('first_seen_at').notNull().defaultNow(),
})

/** What the list shows and sorts by. */
export const interviews = pgTable(
  'interviews',
  {
    id: text().primaryKey(),
    flowId: text('flow_id'),
    teamId: text('team_id'),
    state: text({ enum: ['ready', 'processing', 'not_taken'] }).notNull(),
    candidateName: text('candidate_name'),
    candidateEmail: text('candidate_email'),
    scores: jsonb().$type<Scores>().notNull(),
    generalScore: doublePrecision('general_score'),
    /** Seconds. */
    duration: doublePrecision(),
    /** Seconds in which the candidate speaks. */
    talk: doublePrecision(),
    hasAudio: boolean('has_audio').notNull().default(false),
    hasVideo: boolean('has_video').notNull().default(false),
    hasTranscript: boolean('has_transcript').notNull().default(false),
    contentHash: text('content_hash').notNull(),
    firstSeenAt: instant('first_seen_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('interviews_first_seen').on(table.firstSeenAt.desc(), table.id),
    index('interviews_flow').on(table.flowId),
    index('interviews_team').on(table.teamId),
  ],
)

/** What only the candidate page reads, apart from the list's rows because it is a thousand times larger. */
export const transcripts = pgTable('transcripts', {
  interviewId: text('interview_id')
    .primaryKey()
    .references(() => interviews.id, { onDelete: 'cascade' }),
  summary: text(),
  segments: jsonb().$type<Segment[]>().notNull(),
  words: jsonb().$type<CompactWords>().notNull(),
  questions: jsonb().$type<Question[]>().notNull(),
  /** Name, email and all that was said, as a search compares it. */
  searchText: text('search_text').notNull(),
})

/** The address itself opens the recording, so it leaves this table only towards that address. */
export const recordings = pgTable(
  'recordings',
  {
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['audio', 'video'] }).notNull(),
    url: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.interviewId, table.kind] })],
)

/** One row: who may pull from Ribbon now, and how the last pulls went. */
export const mirrors = pgTable('mirrors', {
  id: text().primaryKey(),
  leaseHolder: uuid('lease_holder'),
  leaseEndsAt: instant('lease_ends_at')
    .notNull()
    .default(sql`'epoch'`),
  lastSuccessAt: instant('last_success_at'),
  lastFailureAt: instant('last_failure_at'),
  lastFailureCode: text('last_failure_code'),
})
