import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import * as z from 'zod/mini'
import { decrypt, encrypt } from '../../db/encrypt'
import { env } from '../../env'
import { DebriefError } from '../../errors'

/** What a list gave as its `asOf`: when it was read, ISO 8601, and which transactions were over by then, a `pg_snapshot`. */
export type Since = { asOf: string; at: string; snapshot: string }

const OWNER = 'when a list was read'
/**
 * Characters, of which a multiple is encrypted, so that the length does not tell how many transactions were under way: the
 * steps of more than forty, which is more than the pools of two replicas.
 */
const BLOCK = 224

/** In a query of its own, so that it is written once and not for every row that is sorted. */
export const AS_OF = sql<string>`(SELECT concat(to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '/', pg_current_snapshot()))`
/** An empty list has no row to say when it was read: everything is news to it. */
export const EVER = '1970-01-01T00:00:00Z/1:1:'

/** Postgres knows no year 0. */
const at = z.iso.datetime().check(z.refine((time) => time >= '1970'))
const snapshot = z.string().check(z.refine(isSnapshot))
const SNAPSHOT = /^\d{1,18}:\d{1,18}:(?:\d{1,18}(?:,\d{1,18})*)?$/

/** What `AS_OF` read, as it is given away: encrypted, since it counts what others write, which not everybody may see. */
export function writeAsOf(read: string): string {
  const [at = '', snapshot = ''] = read.split('/')
  const text = `${at}/${toSteps(snapshot)}`
  const padded = text.padEnd(Math.ceil(text.length / BLOCK) * BLOCK)
  return encrypt(padded, OWNER, env().NEXTAUTH_SECRET).toString('base64url')
}

/** The parameter `since`, which a list gave as its `asOf`. Throws `invalid_input` where it is none. */
export function requireSince(search: URLSearchParams): Since {
  const asOf = search.get('since') ?? ''
  const read = decrypt(Buffer.from(asOf, 'base64url'), OWNER, env().NEXTAUTH_SECRET)?.trimEnd() ?? ''
  const [first, second = ''] = read.split(/\/(.*)/s)
  const since = z.object({ asOf: z.string(), at, snapshot }).safeParse({ asOf, at: first, snapshot: fromSteps(second) })
  if (since.success) return since.data
  throw new DebriefError('invalid_input', {
    cause: since.error,
    detail: 'The parameter since has to be what a list gave as its asOf.',
  })
}

/** Each number as what it adds to the one before it, which is short however many transactions there have been. */
function toSteps(snapshot: string): string {
  let former = 0n
  return snapshot.replaceAll(/\d+/g, (digits) => {
    const step = BigInt(digits) - former
    former = BigInt(digits)
    return step.toString()
  })
}

function fromSteps(steps: string): string {
  let former = 0n
  return steps.replaceAll(/-?\d+/g, (step) => (former += BigInt(step)).toString())
}

/** As Postgres reads one: `least:end:` and the transactions under way between the two, in their order. */
function isSnapshot(text: string): boolean {
  if (!SNAPSHOT.test(text)) return false
  const [least = 0n, end = 0n, ...underWay] = text.split(/[:,]/).filter(Boolean).map(BigInt)
  const isRising = [least, ...underWay, end].every((one, index, all) => one >= (all[index - 1] ?? 1n))
  return isRising && underWay.at(-1) !== end
}

/**
 * That a transaction was not over when the list was read and is now, however long ago it began. Numbers that this server has
 * not given yet came with a copy of another server's rows and say nothing.
 */
export function isSince(transaction: PgColumn | SQL, { snapshot }: Since): SQL {
  const seen = sql`${snapshot}::pg_snapshot`
  return sql`(${transaction} >= pg_snapshot_xmin(${seen}) AND NOT pg_visible_in_snapshot(${transaction}, ${seen})
    AND ${transaction} < pg_snapshot_xmax(pg_current_snapshot()))`
}

/** That the list was read on another server, of which this one's rows are a copy: what happened since cannot be told. */
export function isOfAnotherServer({ snapshot }: Since): SQL<boolean> {
  return sql`pg_snapshot_xmax(${snapshot}::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot())`
}
