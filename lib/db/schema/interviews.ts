import { sql, type SQL } from 'drizzle-orm'
import { bigint, boolean, doublePrecision, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Question, Segment } from '../../transcript/transcript'
import type { Scores } from '../../assessment/scores'
import type { CompactWords } from '../../transcript/words'
import { missingLast, type OrderedKind } from '../missing-last'
import { instant } from './instant'
import { transactionId } from './transaction-id'
import { tsvector } from './tsvector'

/** The place of the reply that said so in the order in which Ribbon was asked. */
const asked = () => bigint({ mode: 'number' }).notNull().default(0)
/** A trigger sets it with whatever changes but `asked`: rows of lists are made of it. */
const changedIn = () => transactionId('updated_in')

export const teams = pgTable('teams', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** What lists are sorted by; see lib/text/sort-key.ts. */
  nameKey: text('name_key'),
  asked: asked(),
  updatedIn: changedIn(),
})

export const flows = pgTable('flows', {
  id: text().primaryKey(),
  teamId: text('team_id'),
  title: text().notNull(),
  titleKey: text('title_key'),
  language: text(),
  questions: jsonb().$type<string[]>().notNull(),
  hasVideo: boolean('has_video').notNull().default(false),
  contentHash: text('content_hash').notNull(),
  /** When Ribbon's list last ceased to name it; the interviews of an archived flow remain. */
  goneAt: instant('gone_at'),
  asked: asked(),
  firstSeenAt: instant('first_seen_at').notNull().defaultNow(),
  updatedIn: changedIn(),
})

/** `at` is ISO 8601, `in` the transaction's number. */
type Departure = { at: string; in: string }

const CANDIDATE = sql`candidate_key COLLATE "C"`
const EMAIL = sql`left(candidate_email, 200) COLLATE "C"`
const ascending = (value: SQL, kind: OrderedKind) => missingLast(value, kind, false)
const descending = (value: SQL, kind: OrderedKind) => missingLast(value, kind, true)

/** What the list shows, sorts by and is searched by. */
export const interviews = pgTable(
  'interviews',
  {
    id: text().primaryKey(),
    flowId: text('flow_id'),
    teamId: text('team_id'),
    /** When it last left each team that it is not of any more, by team: a trigger keeps those of the last 25 hours, whoever moves the interview. */
    leftTeams: jsonb('left_teams').$type<Record<string, Departure>>().notNull().default({}),
    /** The same of flows. */
    leftFlows: jsonb('left_flows').$type<Record<string, Departure>>().notNull().default({}),
    /** When it came into its flow, for good; null where it arrived in it. A trigger sets it, whoever moves the interview. */
    inFlowSince: instant('in_flow_since'),
    /** Ribbon names no team for it, so that it belongs to its flow's. */
    followsFlow: boolean('follows_flow').notNull().default(false),
    state: text({ enum: ['ready', 'processing', 'not_taken'] }).notNull(),
    candidateName: text('candidate_name'),
    candidateEmail: text('candidate_email'),
    /** Of the name, or of the email that stands in for it. */
    candidateKey: text('candidate_key'),
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
    /** Every word and pair of neighbours, marked with where it stands. */
    lexemes: tsvector()
      .notNull()
      .default(sql`''`),
    /** Has more lexemes than fit: a search reads its text. */
    isOversize: boolean('is_oversize').notNull().default(false),
    /** Ribbon's list of incomplete interviews named it last time. */
    isIncomplete: boolean('is_incomplete').notNull().default(false),
    /** When Ribbon was found not to know it any more; it remains here. */
    goneAt: instant('gone_at'),
    firstSeenAt: instant('first_seen_at').notNull().defaultNow(),
    /** Set by who writes what a list shows. */
    updatedAt: instant('updated_at').notNull().defaultNow(),
    firstSeenIn: transactionId('first_seen_in'),
    /** A trigger sets it with `updated_at`: what a list has not seen is told by transactions, since times tell when they began. */
    updatedIn: transactionId('updated_in'),
    /** Set instead by what changes scores or summary and nothing else: news for those alone who may know them. */
    assessedIn: transactionId('assessed_in'),
  },
  (table) => [
    // As lib/interviews/list/order.ts sorts; most are read from their end where it goes down.
    index('interviews_first_seen').on(table.firstSeenAt.desc(), table.id),
    index('interviews_first_seen_up').on(table.firstSeenAt, table.id),
    index('interviews_by_state').on(sql`state COLLATE "C"`, table.id),
    index('interviews_by_recording').on(sql`((has_audio::int + 2 * has_video::int)::float8)`, table.id),
    index('interviews_by_candidate_up').on(ascending(CANDIDATE, 'text'), table.id),
    index('interviews_by_candidate_down').on(descending(CANDIDATE, 'text'), table.id),
    index('interviews_by_email_up').on(ascending(EMAIL, 'text'), table.id),
    index('interviews_by_email_down').on(descending(EMAIL, 'text'), table.id),
    index('interviews_by_talk_up').on(ascending(sql`talk`, 'number'), table.id),
    index('interviews_by_talk_down').on(descending(sql`talk`, 'number'), table.id),
    index('interviews_by_duration_up').on(ascending(sql`duration`, 'number'), table.id),
    index('interviews_by_duration_down').on(descending(sql`duration`, 'number'), table.id),
    index('interviews_updated_in').on(table.updatedIn),
    index('interviews_assessed_in').on(table.assessedIn),
    index('interviews_flow').on(table.flowId),
    index('interviews_team').on(table.teamId),
    index('interviews_following')
      .on(table.flowId)
      .where(sql`follows_flow`),
    // As lib/interviews/attempt-key.ts has it.
    index('interviews_attempts').on(table.flowId, sql`coalesce('email ' || md5(candidate_email), 'id ' || id)`),
    index('interviews_lexemes').using('gin', table.lexemes),
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
})

/** What Ribbon said of an interview before it scored it anew. */
export const scoreVersions = pgTable(
  'score_versions',
  {
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    /** The place of the reply that said otherwise. */
    replacedBy: bigint('replaced_by', { mode: 'number' }).notNull(),
    replacedAt: instant('replaced_at').notNull().defaultNow(),
    scores: jsonb().$type<Scores>().notNull(),
    generalScore: doublePrecision('general_score'),
    summary: text(),
  },
  (table) => [primaryKey({ columns: [table.interviewId, table.replacedBy] })],
)

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
