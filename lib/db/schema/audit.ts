import { sql, type SQL } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea } from './bytea'
import { instant } from './instant'

/** Whom else an event names than it is about: who was assigned, or which other attempt was linked. */
export function alsoNamedIn({ payload }: { payload: AnyPgColumn }): SQL {
  return sql`coalesce(${payload} ->> 'memberId', ${payload} ->> 'other')`
}

/** Whose address an event was asked for from, as text: who did it, or where nobody was signed in whom it names, or else is about. */
export function addressOwner({
  actorKind,
  actorId,
  about,
  payload,
}: Record<'actorKind' | 'actorId' | 'about' | 'payload', AnyPgColumn>): SQL {
  return sql`coalesce(${actorId}::text, CASE ${actorKind} WHEN 'system' THEN coalesce(${payload} ->> 'memberId', ${about}) END)`
}

/**
 * What was changed or looked at, by whom: a change's event is appended by its own transaction. A trigger refuses to change or delete
 * one. In the order in which transactions wrote, which is not that in which they ended; numbers that are missing were rolled back.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** How its leaf is written; whoever knew but the first way does not say so. */
    encoding: smallint().notNull().default(1),
    at: instant('at').notNull().defaultNow(),
    actorKind: text('actor_kind', { enum: ['member', 'operator', 'system'] }).notNull(),
    /** The member's; null for the others. No foreign key: what somebody did is told also where their row is gone. */
    actorId: uuid('actor_id'),
    /** Of a member: the session in which they did it. */
    sessionId: uuid('session_id'),
    /** A pseudonym of the address that asked; see `auditOrigins`. */
    origin: text(),
    code: text().notNull(),
    /** The id of what was changed: an interview's, a member's; null where there is one of it only. */
    about: text(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    check('audit_events_name_their_member', sql`(actor_kind = 'member') = (actor_id IS NOT NULL)`),
    index('audit_events_actor').on(table.actorId, table.seq),
    index('audit_events_about').on(table.about, table.seq),
    index('audit_events_code').on(table.code, table.seq),
    index('audit_events_other')
      .on(alsoNamedIn(table), table.seq)
      .where(sql`${alsoNamedIn(table)} IS NOT NULL`),
  ],
)

/** The Merkle tree over the events (RFC 6962), in the order of their numbers; only grows, as they do. */
export const auditLeaves = pgTable(
  'audit_leaves',
  {
    /** From 0. */
    index: bigint({ mode: 'number' }).primaryKey(),
    seq: bigint({ mode: 'number' }).notNull().unique(),
    /** 32 bytes each: the leaf's own, then those of the subtrees that are complete with it, from the smallest up. */
    hashes: bytea().notNull(),
    sealedAt: instant('sealed_at').notNull().defaultNow(),
  },
  () => [check('audit_leaves_hold_whole_hashes', sql`octet_length(hashes) > 0 AND octet_length(hashes) % 32 = 0`)],
)

/** A hash chain over the events, in the order of their numbers: what sealed them before the tree did. */
export const auditSeals = pgTable('audit_seals', {
  /** How many events are sealed with this one. */
  size: bigint({ mode: 'number' }).primaryKey(),
  seq: bigint({ mode: 'number' }).notNull().unique(),
  /** SHA-256 of the one before and the event's leaf. */
  hash: bytea().notNull(),
})

/** Which address a pseudonym stands for. To be forgotten without a trace in the tree. */
export const auditOrigins = pgTable('audit_origins', {
  pseudonym: text().primaryKey(),
  address: text().notNull(),
  /** With which the pseudonym is made of the address; null of events whose encoding is before 3. */
  salt: text(),
})

/** What was looked at in which hour, and from where: it is told once. */
export const auditReads = pgTable(
  'audit_reads',
  {
    sessionId: uuid('session_id').notNull(),
    code: text().notNull(),
    /** An interview's id; of a search the pseudonym of its words. */
    subject: text().notNull(),
    hour: instant('hour').notNull(),
    /** As an event has it; empty where it has none. */
    origin: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.code, table.subject, table.hour, table.origin] }),
    index('audit_reads_hour').on(table.hour),
  ],
)

/** The head that was last kept outside, at most one; there is none before the first. */
export const auditKeptHeads = pgTable('audit_kept_heads', {
  place: text({ enum: ['log', 'file', 'url'] }).primaryKey(),
  size: bigint({ mode: 'number' }).notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
  root: bytea().notNull(),
  keptAt: instant('kept_at').notNull().defaultNow(),
})
