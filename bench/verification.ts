import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { sealEvents } from '../lib/audit/seal'
import { listStored } from '../lib/audit/stored'
import { verifyEvents } from '../lib/audit/verify'
import { operator } from '../lib/auth/operator'
import { closePool, db, limitStatements, LONG_STATEMENT_MS } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { percentile } from './percentile'
import { startPostgres, workOn } from './postgres'

const EVENTS = Number(process.env.BENCH_EVENTS ?? 300_000)
const ROUNDS = 3
const PAGE = 2_000

/** What an audit log of this size costs to verify, on PostgreSQL; against reading the same rows, writing them as JSON and hashing that once. */
export async function measureVerification() {
  const postgres = await startPostgres()
  workOn(postgres, { RIBBON_API_KEY: crypto.randomUUID() })
  limitStatements(LONG_STATEMENT_MS)
  try {
    await migrate()
    await compare()
  } finally {
    await closePool()
    await postgres.stop()
  }
}

async function compare() {
  await db().execute(sql`
    INSERT INTO audit_events (encoding, actor_kind, actor_id, session_id, origin, code, about, payload)
    SELECT 2, 'member', gen_random_uuid(), gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), 'note.written',
      gen_random_uuid()::text, jsonb_build_object('noteId', gen_random_uuid(), 'parentId', NULL)
    FROM generate_series(1, ${EVENTS}) AS n`)
  const sealing = await seconds(() => sealEvents())
  await db().execute(sql`VACUUM ANALYZE`)
  const rounds = { verify: [] as number[], baseline: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    rounds.baseline.push(await seconds(readAndHash))
    rounds.verify.push(await seconds(verifyAll))
  }
  const rate = (times: number[]) => Math.round(EVENTS / percentile(times, 50))
  const [verify, baseline] = [rate(rounds.verify), rate(rounds.baseline)]
  console.log(`\nVerifying an audit log of ${EVENTS} events, events per second`)
  console.table([
    {
      verified: verify,
      'read, written as JSON and hashed once': baseline,
      ratio: Math.round((verify / baseline) * 100) / 100,
      aim: 100_000,
      sealed: Math.round(EVENTS / sealing),
    },
  ])
}

async function verifyAll() {
  const verdict = await verifyEvents(operator(), [])
  if (verdict.flaw !== null || verdict.head.size < EVENTS) throw new Error('the log is not as it was written')
}

/** The same rows, with the least that could tell one log from another. */
async function readAndHash() {
  const hash = createHash('sha256')
  for (let after = 0; ;) {
    const events = await listStored(db(), { after, upTo: Number.MAX_SAFE_INTEGER, limit: PAGE })
    const last = events.at(-1)
    if (!last) return hash.digest()
    for (const event of events) hash.update(JSON.stringify(event))
    after = last.seq
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
