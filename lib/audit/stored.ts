import 'server-only'
import { gt, inArray, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Executor } from '../db/client'
import { isAmong } from '../db/among'
import { auditEvents } from '../db/schema/audit'
import { NUMBERED_CODES } from './event'
import { hasNumber, readExactly } from './exact-numbers'
import type { StoredEvent } from './stored-event'

/** Those after one number, or from the first one on, and up to another, in their order. */
type SeqRange = { after: number | null; upTo: number; limit: number }
type Row = Record<string, unknown>
const onePage = z.object({ page: z.custom<Row[]>((page) => Array.isArray(page)) })

/** A year before Christ would be written as that of the same number after, and no day at all as nothing. */
const WRITTEN_AT = sql`CASE WHEN at >= '0001-01-01Z' AND at < 'infinity'
  THEN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ELSE at::text END`

function isWithin({ after, upTo }: SeqRange): SQL {
  return after === null ? sql`seq <= ${upTo}` : sql`seq > ${after} AND seq <= ${upTo}`
}

const IS_NUMBERED = isAmong(auditEvents.code, NUMBERED_CODES)
/** As text of those that may have a number, which so are not asked for a second time. */
const PAYLOAD = sql`CASE WHEN ${IS_NUMBERED} THEN to_jsonb(payload::text) ELSE payload END`
const numbered = new Set(NUMBERED_CODES)

/** Looked at row by row without zod: a verification reads all of a log. */
export async function listStored(on: Executor, range: SeqRange): Promise<StoredEvent[]> {
  const rows = await readAtOnce(
    on,
    sql`SELECT encoding, seq, ${WRITTEN_AT} AS at, actor_kind, actor_id, session_id, origin, code, about, ${PAYLOAD} AS payload
      FROM audit_events WHERE ${isWithin(range)} ORDER BY seq LIMIT ${range.limit}`,
  )
  const events = rows.map(toStored)
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

/** As one text: to take many rows of many columns apart costs more than to hash what they say. */
async function readAtOnce(on: Executor, select: SQL): Promise<Row[]> {
  const { rows } = await on.execute(sql`SELECT coalesce(json_agg(r), '[]') AS page FROM (${select}) AS r`)
  return onePage.parse(rows[0]).page
}

function toStored(row: Row): StoredEvent {
  const code = textOf(row.code)
  return {
    encoding: Number(row.encoding),
    seq: Number(row.seq),
    at: textOf(row.at),
    actorKind: textOf(row.actor_kind),
    actorId: textOrNull(row.actor_id),
    sessionId: textOrNull(row.session_id),
    origin: textOrNull(row.origin),
    code,
    about: textOrNull(row.about),
    payload: numbered.has(code) ? readExactly(textOf(row.payload)) : row.payload,
  }
}

export type StoredLeaf = { index: number; seq: number; hashes: string }

/** Of each leaf its hashes in hexadecimal. */
export async function listLeaves(on: Executor, range: SeqRange): Promise<StoredLeaf[]> {
  const rows = await readAtOnce(
    on,
    sql`SELECT index, seq, encode(hashes, 'hex') AS hashes
      FROM audit_leaves WHERE ${isWithin(range)} ORDER BY seq, index LIMIT ${range.limit}`,
  )
  return rows.map((row) => ({ index: Number(row.index), seq: Number(row.seq), hashes: textOf(row.hashes) }))
}

export type StoredSeal = { size: number; seq: number; hash: string }

/** Of the chain that sealed the log before the tree did. */
export async function listSeals(on: Executor, range: SeqRange): Promise<StoredSeal[]> {
  const rows = await readAtOnce(
    on,
    sql`SELECT size, seq, encode(hash, 'hex') AS hash
      FROM audit_seals WHERE ${isWithin(range)} ORDER BY seq, size LIMIT ${range.limit}`,
  )
  return rows.map((row) => ({ size: Number(row.size), seq: Number(row.seq), hash: textOf(row.hash) }))
}

const ends = z.object({ tree: z.coerce.number(), chain: z.coerce.number(), chained: z.coerce.number() })

/** The greatest number that is sealed by each, and how many events the chain is over. */
export async function findEnds(on: Executor) {
  const { rows } = await on.execute(sql`SELECT (SELECT coalesce(max(seq), 0) FROM audit_leaves) AS tree,
    (SELECT coalesce(max(seq), 0) FROM audit_seals) AS chain, (SELECT coalesce(max(size), 0) FROM audit_seals) AS chained`)
  return ends.parse(rows[0])
}

/** When the first event after this number was told, as ISO 8601; null where there is none. */
export async function findUnsealedSince(on: Executor, sealed: number): Promise<string | null> {
  const { seq, at } = auditEvents
  const [oldest] = await on.select({ at }).from(auditEvents).where(gt(seq, sealed)).orderBy(seq).limit(1)
  return oldest ? new Date(oldest.at).toISOString() : null
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('A row of the audit log has no text where one has to be.')
  return value
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : textOf(value)
}
