import 'server-only'
import { desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db/client'
import { auditSeals } from '../db/schema/audit'
import { pause } from '../pause'
import { chained, GENESIS } from './chain'
import { listStored } from './stored'

const AT_ONCE = 1_000
/** Any constant: of several replicas one seals. */
const SEAL_LOCK = 7_243_912
const LOOK_MS = 100
/** Somewhat longer than a statement may take. */
const PATIENCE_MS = 15_000

/**
 * Goes on with the chain over all that had been told when it was called, in the order of the numbers; how many were sealed. What
 * it does is done wholly or not at all. Seals nothing while a transaction is under way that could still bring a smaller number.
 */
export async function sealEvents(stopped?: AbortSignal): Promise<number> {
  const unsealed = await findUnsealed()
  if (!unsealed || !(await areOver(unsealed.before, stopped))) return 0
  let sealed = 0
  for (let count = AT_ONCE; count === AT_ONCE; sealed += count) count = await sealSome(unsealed.seq)
  return sealed
}

const told = z.object({ seq: z.coerce.number(), before: z.string() })

/**
 * The greatest number, and a transaction that began after whoever has drawn it or a smaller one: each has its own number before
 * it draws (a trigger), and the one that asks here gets its own after it has looked.
 */
async function findUnsealed() {
  const { rows } = await db().execute(sql`
    SELECT seq, pg_current_xact_id()::text AS before
    FROM (SELECT max(seq) AS seq FROM audit_events) AS told WHERE seq > (SELECT coalesce(max(seq), 0) FROM audit_seals)`)
  return rows[0] ? told.parse(rows[0]) : null
}

/** False where one goes on for longer than fits in here. */
async function areOver(before: string, stopped?: AbortSignal): Promise<boolean> {
  const giveUpAt = performance.now() + PATIENCE_MS
  const over = sql`SELECT FROM pg_current_snapshot() AS now WHERE pg_snapshot_xmin(now) >= ${before}::xid8`
  while ((await db().execute(over)).rowCount === 0) {
    if (stopped?.aborted || performance.now() > giveUpAt) return false
    await pause(LOOK_MS, stopped)
  }
  return true
}

/** How many: none while another does it. */
async function sealSome(upTo: number): Promise<number> {
  return db().transaction(async (tx) => {
    const { rows } = await tx.execute(sql`SELECT pg_try_advisory_xact_lock(${SEAL_LOCK}) AS mine`)
    if (!rows[0]?.mine) return 0
    const [last = { size: 0, seq: 0, hash: GENESIS }] = await tx
      .select()
      .from(auditSeals)
      .orderBy(desc(auditSeals.size))
      .limit(1)
    const events = await listStored(tx, { after: last.seq, upTo, limit: AT_ONCE })
    let { size, hash } = last
    const seals = events.map((event) => ({ seq: event.seq, size: ++size, hash: (hash = chained(hash, event)) }))
    if (seals.length > 0) await tx.insert(auditSeals).values(seals)
    return seals.length
  })
}
