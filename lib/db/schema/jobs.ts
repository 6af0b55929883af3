import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** The payload of what has ended. */
export const EMPTY = sql`'{}'::jsonb`

/** Work that survives the process that began it; see lib/jobs/. */
export const jobs = pgTable(
  'jobs',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().notNull(),
    /** Until one has ended, the same again is the same; null: each is another. */
    key: text(),
    payload: jsonb().notNull(),
    /** When it runs at the earliest. */
    runAt: instant('run_at').notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    /** What the one who runs it knows itself by; null while it waits. */
    claim: uuid(),
    /** Seconds away while somebody runs it. */
    claimedUntil: instant('claimed_until'),
    /** It was asked for again while it ran. */
    rerunRequested: boolean('rerun_requested').notNull().default(false),
    cancelRequested: boolean('cancel_requested').notNull().default(false),
    /** How far it is, of how much: both in units of its own. */
    done: integer(),
    total: integer(),
    /** Null while it waits or runs. */
    outcome: text({ enum: ['done', 'failed', 'cancelled'] }),
    lastFailureCode: text('last_failure_code'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When its last attempt ended. */
    endedAt: instant('ended_at'),
    /** When a run of a recurring one last succeeded. */
    lastSuccessAt: instant('last_success_at'),
  },
  (table) => [
    uniqueIndex('jobs_key')
      .on(table.kind, table.key)
      .where(sql`outcome IS NULL`),
    index('jobs_due')
      .on(table.runAt)
      .where(sql`outcome IS NULL`),
    index('jobs_ended')
      .on(table.endedAt)
      .where(sql`outcome IS NOT NULL`),
    check('jobs_bounded', sql`octet_length(payload::text) <= 65536 AND octet_length(key) <= 1024`),
  ],
)
