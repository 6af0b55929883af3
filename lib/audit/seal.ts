import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db/client'
import { auditLeaves } from '../db/schema/audit'
import { pause } from '../pause'
import { findSealedUpTo, LAST_GIVEN } from './given-numbers'
import { listStored } from './stored'
import { leafOf } from './stored-event'
import { grow } from './tree'
import { findSealed, readPeaks } from './tree-store'

const AT_ONCE = 1_000
/** Any constant: of several replicas one seals. Not that of the chain, which a replica of a former version may still go on with. */
const SEAL_LOCK = 7_243_913
const LOOK_MS = 100
/** Somewhat longer than a statement may take. */
const PATIENCE_MS = 15_000

/**
 * Goes on with the tree over all that had been told when it was called, in the order of the numbers; how many were sealed. What
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
 * The greatest number that was given, and a transaction that began after whoever has drawn it or a smaller one: each has its own
 * number before it draws (a trigger), and the one that asks here gets its own after it has looked. What has a number that was never
 * given is not sealed, and holds up nothing that is to come.
 */
async function findUnsealed() {
  const { rows } = await db().execute(sql`
    SELECT seq, pg_current_xact_id()::text AS before
    FROM (SELECT max(seq) AS seq FROM audit_events WHERE seq <= ${LAST_GIVEN}) AS told
    WHERE seq > ${await findSealedUpTo(db())}`)
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
    const { size } = await findSealed(tx)
    const after = await findSealedUpTo(tx)
    const peaks = await readPeaks(tx, size)
    const events = await listStored(tx, { after, upTo, limit: AT_ONCE })
    const leaves = events.map((event, place) => ({
      index: size + place,
      seq: event.seq,
      hashes: Buffer.from(grow(peaks, leafOf(event)).join(''), 'hex'),
    }))
    if (leaves.length > 0) await tx.insert(auditLeaves).values(leaves)
    return leaves.length
  })
}
