import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './bytea'
import { instant } from './instant'

/** Announcements from Ribbon, of which nothing is kept but what they are about. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** SHA-256 of the body: while one waits, the same again is the same. */
    digest: text().notNull(),
    /** Ribbon's name for it; null where the body could not be read. */
    event: text(),
    interviewId: text('interview_id'),
    receivedAt: instant('received_at').notNull().defaultNow(),
    /** Null while it waits. `ignored`: there was nothing to do. */
    outcome: text({ enum: ['fetched', 'recorded', 'ignored', 'given_up'] }),
    tries: integer().notNull().default(0),
    /** While it waits: when it is worked off at the earliest, also where a replica took it and died. */
    dueAt: instant('due_at').notNull().defaultNow(),
    lastFailureCode: text('last_failure_code'),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_waiting')
      .on(table.digest)
      .where(sql`outcome IS NULL`),
    index('webhook_deliveries_due')
      .on(table.dueAt)
      .where(sql`outcome IS NULL`),
    index('webhook_deliveries_received').on(table.receivedAt),
  ],
)

/** What Debrief knows of a flow's events. Apart from the flow, so that whoever reads flows never meets the secret. */
export const flowWebhooks = pgTable('flow_webhooks', {
  flowId: text('flow_id').primaryKey(),
  /** What signs the flow's events, as `lib/db/seal.ts` seals it; null where Ribbon names none. */
  secret: bytea(),
  /** The place of the reply that named it in `ribbon_asks`. */
  asked: bigint({ mode: 'number' }).notNull().default(0),
  lastHeardAt: instant('last_heard_at'),
})

/** What Ribbon last said about a candidate of a flow. */
export const candidateStatuses = pgTable(
  'candidate_statuses',
  {
    flowId: text('flow_id').notNull(),
    email: text().notNull(),
    status: text().notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.flowId, table.email] })],
)
