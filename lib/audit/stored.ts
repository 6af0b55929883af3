import 'server-only'
import { gt, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Executor } from '../db/client'
import { isAmong } from '../db/among'
import { auditEvents } from '../db/schema/audit'
import { NUMBERED_CODES } from './event'
import { hasNumber, readExactly } from './exact-numbers'
import type { StoredEvent } from './stored-event'

/** Those after one number, or from the first one on, and up to another, in their order. */
type SeqRange = { after: number | null; upTo: number; limit: number }
/** Of each column what it says in every row. */
type Columns<Name extends string> = Record<Name, unknown[]>
const onePage = z.record(
  z.string(),
  z.custom<unknown[]>((column) => Array.isArray(column)),
)

/** A year before Christ would be written as that of the same number after, and no day at all as nothing. */
const WRITTEN_AT = sql`CASE WHEN at >= '0001-01-01Z' AND at < 'infinity'
  THEN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ELSE at::text END`

function isWithin({ after, upTo }: SeqRange): SQL {
  return after === null ? sql`seq <= ${upTo}` : sql`seq > ${after} AND seq <= ${upTo}`
}

const IS_NUMBERED = isAmong(auditEvents.code, NUMBERED_CODES)
const EVENT = {
  encoding: sql`encoding`,
  seq: sql`seq`,
  at: WRITTEN_AT,
  actorKind: sql`actor_kind`,
  actorId: sql`actor_id`,
  sessionId: sql`session_id`,
  origin: sql`origin`,
  code: sql`code`,
  about: sql`about`,
  /** As text of those that may have a number, which so are not asked for a second time. */
  payload: sql`CASE WHEN ${IS_NUMBERED} THEN to_jsonb(payload::text) ELSE payload END`,
}
const numbered = new Set(NUMBERED_CODES)

/** Looked at row by row without zod: a verification reads all of a log. */
export async function listStored(on: Executor, range: SeqRange): Promise<StoredEvent[]> {
  const rows = sql`FROM audit_events WHERE ${isWithin(range)} ORDER BY seq LIMIT ${range.limit}`
  const columns = await readAtOnce(on, EVENT, rows)
  const events = columns.seq.map((_, row) => toStored(columns, row))
  const unexpected = events.filter(
    ({ code, payload, seq }) => hasNumber(payload) && !numbered.has(code) && Number.isSafeInteger(seq),
  )
  if (unexpected.length === 0) return events
  const payloads = await readPayloads(on, unexpected)
  return events.map((event) => (payloads.has(event.seq) ? { ...event, payload: payloads.get(event.seq) } : event))
}

/** Of those that have a number where none is told, or by a version that knows more codes. */
async function readPayloads(on: Executor, events: StoredEvent[]): Promise<Map<number, unknown>> {
  const { seq, payload } = auditEvents
  const numbers = events.map((event) => event.seq)
  const written = await on
    .select({ seq, text: sql<string>`${payload}::text` })
    .from(auditEvents)
    .where(inArray(seq, numbers))
  return new Map(written.map((row) => [row.seq, readExactly(row.text)]))
}

/** Column by column, each as one text: to take many rows apart, or to write and read their names, costs more than to hash what they say. */
async function readAtOnce<Name extends string>(on: Executor, columns: Record<Name, SQL>, rows: SQL) {
  const named = Object.entries<SQL>(columns).map(([name, said]) => ({ name: sql.identifier(name), said }))
  const wanted = named.map(({ name, said }) => sql`${said} AS ${name}`)
  const gathered = named.map(({ name }) => sql`coalesce(json_agg(r.${name}), '[]') AS ${name}`)
  const { rows: page } = await on.execute(
    sql`SELECT ${sql.join(gathered, sql`, `)} FROM (SELECT ${sql.join(wanted, sql`, `)} ${rows}) AS r`,
  )
  return onePage.parse(page[0]) as Columns<Name>
}

function toStored(columns: Columns<keyof typeof EVENT>, row: number): StoredEvent {
  const [code, payload] = [textOf(columns.code[row]), columns.payload[row]]
  return {
    encoding: Number(columns.encoding[row]),
    seq: Number(columns.seq[row]),
    at: textOf(columns.at[row]),
    actorKind: textOf(columns.actorKind[row]),
    actorId: textOrNull(columns.actorId[row]),
    sessionId: textOrNull(columns.sessionId[row]),
    origin: textOrNull(columns.origin[row]),
    code,
    about: textOrNull(columns.about[row]),
    payload: numbered.has(code) ? readExactly(textOf(payload)) : payload,
  }
}

export type StoredLeaf = { index: number; seq: number; hashes: string }

const LEAF = { index: sql`index`, seq: sql`seq`, hashes: sql`encode(hashes, 'hex')` }

/** Of each leaf its hashes in hexadecimal. */
export async function listLeaves(on: Executor, range: SeqRange): Promise<StoredLeaf[]> {
  const rows = sql`FROM audit_leaves WHERE ${isWithin(range)} ORDER BY seq, index LIMIT ${range.limit}`
  const { index, seq, hashes } = await readAtOnce(on, LEAF, rows)
  return seq.map((at, row) => ({ index: Number(index[row]), seq: Number(at), hashes: textOf(hashes[row]) }))
}

export type StoredSeal = { size: number; seq: number; hash: string }

const SEAL = { size: sql`size`, seq: sql`seq`, hash: sql`encode(hash, 'hex')` }

/** Of the chain that sealed the log before the tree did. */
export async function listSeals(on: Executor, range: SeqRange): Promise<StoredSeal[]> {
  const rows = sql`FROM audit_seals WHERE ${isWithin(range)} ORDER BY seq, size LIMIT ${range.limit}`
  const { size, seq, hash } = await readAtOnce(on, SEAL, rows)
  return seq.map((at, row) => ({ size: Number(size[row]), seq: Number(at), hash: textOf(hash[row]) }))
}

const ends = z.object({ tree: z.coerce.number(), chain: z.coerce.number(), chained: z.coerce.number() })

/** The greatest number that is sealed by each, and how many events the chain is over. */
export async function findEnds(on: Executor) {
  const { rows } = await on.execute(sql`SELECT (SELECT coalesce(max(seq), 0) FROM audit_leaves) AS tree,
    (SELECT coalesce(max(seq), 0) FROM audit_seals) AS chain, (SELECT coalesce(max(size), 0) FROM audit_seals) AS chained`)
  return ends.parse(rows[0])
}

/** A time that Debrief cannot have written counts as long ago, so that who forges one is not waited for. */
const TOLD_AT = sql`CASE WHEN at BETWEEN 'epoch' AND clock_timestamp() THEN at ELSE 'epoch' END`

/** When the oldest event was told that has a number after this one, or one below all, as ISO 8601; null where there is none. */
export async function findUnsealedSince(on: Executor, sealed: number): Promise<string | null> {
  const { seq } = auditEvents
  const [oldest] = await on
    .select({ at: sql<string | null>`min(${TOLD_AT})` })
    .from(auditEvents)
    .where(or(gt(seq, sealed), lt(seq, 1)))
  return oldest?.at ? new Date(oldest.at).toISOString() : null
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('A row of the audit log has no text where one has to be.')
  return value
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : textOf(value)
}
