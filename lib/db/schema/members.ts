import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { PASSKEY_REQUIREMENTS } from '../../passkey-requirement'
import { bytea } from './bytea'
import { instant } from './instant'
import { interviews } from './interviews'
import { transactionId } from './transaction-id'

/** Its one row's id. */
export const THIS_INSTALLATION = 'this'

/** One row for the installation: its salt makes the setup code differ from one installation to the next. */
export const installations = pgTable('installations', {
  id: text().primaryKey(),
  salt: uuid().notNull().defaultRandom(),
  /** Whom a password alone does not let in. */
  passkeysRequiredOf: text('passkeys_required_of', { enum: PASSKEY_REQUIREMENTS }).notNull().default('nobody'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const members = pgTable('members', {
  id: uuid().primaryKey().defaultRandom(),
  /** Lower case. */
  email: text().notNull().unique(),
  /** Null for whom nobody has named yet: their email stands in its place. */
  name: text(),
  role: text({ enum: ['admin', 'recruiter', 'reviewer'] }).notNull(),
  /** False: only what `member_teams`, `member_flows` and `member_interviews` list. An admin sees everything whatever this says. */
  seesAllTeams: boolean('sees_all_teams').notNull().default(true),
  /** While a group says what they see: what they see where none does, as in `Reader`; null where none says it. */
  scopeWithoutGroups: jsonb('scope_without_groups'),
  disabledAt: instant('disabled_at'),
  /** An admin who signs in with a password where nobody else may, and keeps their role whatever groups say. */
  breakGlass: boolean('break_glass').notNull().default(false),
  /** When one of their sessions was last used, as exactly as that is noted; kept when it ends. Null before the first such use. */
  lastSeenAt: instant('last_seen_at'),
  /** When the member was made anonymous; what they wrote stays. */
  removedAt: instant('removed_at'),
  /** How they want Debrief to be, as `lib/account` parses it. */
  preferences: jsonb().notNull().default({}),
  createdAt: instant('created_at').notNull().defaultNow(),
})

/** What a member was called before they had the name of now: it may stand in notes, and is forgotten with them. */
export const formerNames = pgTable(
  'former_names',
  {
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.name] })],
)

/** What removed members were called, each as a pseudonym that leads back to nobody: a note that comes later does not say it again. */
export const forgottenNames = pgTable('forgotten_names', { pseudonym: text().primaryKey() })

/** By what a member proves who they are: a password, an issuer that vouches for them as `subject`, a passkey. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid().primaryKey().defaultRandom(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['password', 'oidc', 'passkey'] }).notNull(),
    /** Argon2id. */
    passwordHash: text('password_hash'),
    issuer: text(),
    subject: text(),
    /** As WebAuthn names it, in base64url. */
    passkeyId: text('passkey_id'),
    /** A passkey's, as COSE. */
    publicKey: bytea('public_key'),
    /** How often the authenticator says that it has signed; 0 for one that does not count. */
    signCount: bigint('sign_count', { mode: 'number' }),
    /** What its member calls a passkey. */
    name: text(),
    /** When a passkey last signed somebody in. */
    lastUsedAt: instant('last_used_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('credentials_member').on(table.memberId),
    uniqueIndex('credentials_password')
      .on(table.memberId)
      .where(sql`kind = 'password'`),
    uniqueIndex('credentials_oidc').on(table.issuer, table.subject),
    uniqueIndex('credentials_passkey').on(table.passkeyId),
    check(
      'credentials_have_what_their_kind_needs',
      sql`(kind = 'password') = (password_hash IS NOT NULL) AND (kind = 'oidc') = (issuer IS NOT NULL)
        AND (kind = 'oidc') = (subject IS NOT NULL) AND (kind = 'passkey') = (passkey_id IS NOT NULL)
        AND (kind = 'passkey') = (public_key IS NOT NULL) AND (kind = 'passkey') = (sign_count IS NOT NULL)
        AND (kind = 'passkey') = (name IS NOT NULL) AND (kind = 'passkey' OR last_used_at IS NULL)`,
    ),
  ],
)

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

export const memberFlows = pgTable(
  'member_flows',
  {
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    flowId: text('flow_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.flowId] })],
)

export const memberInterviews = pgTable(
  'member_interviews',
  {
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.interviewId] })],
)

/** What a member could see until it was taken from them: lists that are open are told what left them. */
export const formerScopes = pgTable(
  'former_scopes',
  {
    id: uuid().primaryKey().defaultRandom(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** As in `Reader`. */
    scope: jsonb().notNull(),
    endedAt: instant('ended_at').notNull().defaultNow(),
    endedIn: transactionId('ended_in'),
  },
  (table) => [index('former_scopes_member').on(table.memberId, table.endedIn)],
)

/** Who was asked to join. The link holds a token, of which this is the hash alone. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Anew with each link that is made. */
    tokenHash: bytea('token_hash').notNull().unique(),
    /** As members' are. */
    email: text().notNull(),
    role: text({ enum: ['admin', 'recruiter', 'reviewer'] }).notNull(),
    /** As in `Reader`. */
    scope: jsonb().notNull(),
    /** Null for the operator. */
    byId: uuid('by_id').references(() => members.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    /** When a mail server last took it. */
    sentAt: instant('sent_at'),
    acceptedAt: instant('accepted_at'),
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'cascade' }),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('invitations_open')
      .on(table.email)
      .where(sql`accepted_at IS NULL AND withdrawn_at IS NULL`),
  ],
)

/** Links by which members set a new password, once each. */
export const passwordLinks = pgTable(
  'password_links',
  {
    id: uuid().primaryKey().defaultRandom(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** Null for the operator, and where it was mailed. */
    madeBy: uuid('made_by').references(() => members.id, { onDelete: 'restrict' }),
    tokenHash: bytea('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('password_links_member').on(table.memberId)],
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
    /** To within some minutes. */
    lastUsedAt: instant('last_used_at').notNull().defaultNow(),
    /** Where it was signed in from: the address of the peer, and what the browser calls itself. */
    address: text(),
    userAgent: text('user_agent'),
    /** What the identity provider calls its session, where one began this; empty where it did not say. */
    providerSid: text('provider_sid'),
    /** The passkey by which it began, and with which it ends; null where something else began it. */
    begunWith: uuid('begun_with').references(() => credentials.id, { onDelete: 'cascade' }),
  },
  (table) => [index('sessions_member').on(table.memberId), index('sessions_begun_with').on(table.begunWith)],
)

/** Of the last hour: what passkeys have signed. */
export const spentChallenges = pgTable('spent_challenges', {
  challenge: text().primaryKey(),
  spentAt: instant('spent_at').notNull().defaultNow(),
})

/** Of the last hour: that an identity provider has signed somebody out, of one of its sessions or of all. */
export const providerLogouts = pgTable(
  'provider_logouts',
  {
    issuer: text().notNull(),
    /** By which a token counts once. */
    jti: text().notNull(),
    subject: text(),
    sid: text(),
    /** By the provider's clock. */
    issuedAt: instant('issued_at').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.jti] })],
)

/** Failed sign-ins in a window, by hashed account and by hashed address. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowEndsAt: instant('window_ends_at').notNull(),
})
