import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
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
