import { sql } from 'drizzle-orm'
import { bigint, check, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './bytea'
import { instant } from './instant'

/**
 * What was changed, by whom: appended by the change's own transaction, and refused to be changed or deleted by a trigger. In the
 * order in which transactions wrote, which is not that in which they ended; numbers that are missing were rolled back.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull().defaultNow(),
    actorKind: text('actor_kind', { enum: ['member', 'operator', 'system'] }).notNull(),
    /** The member's; null for the others. No foreign key: what somebody did is told also where their row is gone. */
    actorId: uuid('actor_id'),
    code: text().notNull(),
    /** The id of what was changed: an interview's, a member's; null where there is one of it only. */
    about: text(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  () => [check('audit_events_name_their_member', sql`(actor_kind = 'member') = (actor_id IS NOT NULL)`)],
)

/** A hash chain over the events, in the order of their numbers. */
export const auditSeals = pgTable('audit_seals', {
  /** How many events are sealed with this one. */
  size: bigint({ mode: 'number' }).primaryKey(),
  seq: bigint({ mode: 'number' }).notNull().unique(),
  /** SHA-256 of the one before and the event's leaf. */
  hash: bytea().notNull(),
})
