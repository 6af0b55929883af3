import { bigint, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './bytea'
import { instant } from './instant'
import { jobs } from './jobs'
import { transactionId } from './transaction-id'

/** Announcements from Ribbon, of which nothing is kept but what they are about. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** SHA-256 of the body: until its job has ended, the same again is the same. */
    digest: text().notNull(),
    /** Ribbon's name for it; null where the body could not be read. */
    event: text(),
    interviewId: text('interview_id'),
    receivedAt: instant('received_at').notNull().defaultNow(),
    /** What fetches the interview, for all its announcements. */
    jobId: uuid('job_id').references(() => jobs.id, { onDelete: 'cascade' }),
    /** Where no job tells. `ignored`: there was nothing to do. */
    outcome: text({ enum: ['recorded', 'ignored'] }),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_once').on(table.jobId, table.digest),
    index('webhook_deliveries_received').on(table.receivedAt),
  ],
)

/** What Debrief knows of a flow's events. Apart from the flow, so that whoever reads flows never meets the secret. */
export const flowWebhooks = pgTable('flow_webhooks', {
  flowId: text('flow_id').primaryKey(),
  /** What signs the flow's events, as `lib/db/encrypt.ts` encrypts it; null where Ribbon names none. */
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
    /** A trigger sets it with whatever changes: rows of lists show what differs from the team's own. */
    updatedIn: transactionId('updated_in'),
  },
  (table) => [
    primaryKey({ columns: [table.flowId, table.email] }),
    index('candidate_statuses_updated_in').on(table.updatedIn),
  ],
)
