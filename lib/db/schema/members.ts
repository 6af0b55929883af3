import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'

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
  /** Null for whom nobody has named yet: their email stands in its place. */
  name: text(),
  role: text({ enum: ['admin', 'recruiter', 'reviewer'] }).notNull(),
  /** False: only the teams in `member_teams`. An admin sees all teams whatever this says. */
  seesAllTeams: boolean('sees_all_teams').notNull().default(true),
  disabledAt: instant('disabled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

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
        AND (kind = 'oidc') = (subject IS NOT NULL) AND (kind = 'passkey') = (passkey_id IS NOT NULL)`,
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
