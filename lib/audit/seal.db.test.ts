import { EventEmitter, once } from 'node:events'
import { asc, sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { operator } from '../auth/operator'
import { system } from '../auth/system'
import { closePool, db } from '../db/client'
import { auditEvents, auditLeaves } from '../db/schema/audit'
import { jobs } from '../db/schema/jobs'
import { givenGate } from '../db/testing/gate'
import { change } from './change'
import { processNext } from '../jobs/process'
import { schedule } from '../jobs/recurring'
import { JOBS } from '../server/lifecycle/jobs'
import { sealEvents } from './seal'
import { sealing } from './sealing-job'
import { forgeEvent, NEVER_GIVEN } from './testing/history'
import { emptyLog } from './testing/tamper'
import { givenTold } from './testing/told'
import { verifyEvents } from './verify'

let databaseUrl: string

beforeAll(() => {
  databaseUrl = process.env.DATABASE_URL ?? ''
})

beforeEach(emptyLog)

afterEach(async () => {
  await closePool()
  process.env.DATABASE_URL = databaseUrl
})

const numbersOf = async (table: typeof auditEvents | typeof auditLeaves) =>
  (await db().select({ seq: table.seq }).from(table).orderBy(asc(table.seq))).map(({ seq }) => seq)

async function expectAllSealed() {
  expect(await numbersOf(auditLeaves)).toEqual(await numbersOf(auditEvents))
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null, unsealed: 0 })
}

test('everything told is sealed, in the order of its number, and once', async () => {
  await expect(sealEvents()).resolves.toBe(0)
  await givenTold(3)
  await expect(sealEvents()).resolves.toBe(3)
  await expect(sealEvents()).resolves.toBe(0)
  await givenTold(2)
  await expect(sealEvents()).resolves.toBe(2)
  await expectAllSealed()
  expect((await db().select().from(auditLeaves).orderBy(asc(auditLeaves.seq))).map(({ index }) => index)).toEqual([
    0, 1, 2, 3, 4,
  ])
})

test('what is told is sealed by the job that every replica runs, and goes on to be', async () => {
  await db().delete(jobs)
  await givenTold(2)
  await schedule([sealing])
  await expect(processNext([sealing])).resolves.toBe(true)
  await expectAllSealed()
  await expect(db().select().from(jobs)).resolves.toMatchObject([{ kind: 'audit.seal', outcome: null, attempts: 0 }])
  expect(JOBS).toContain(sealing)
})

test('more than fit into one transaction are sealed by one call', async () => {
  const values = sql`SELECT 'system', 'sign_in.failed', '{}'::jsonb FROM generate_series(1, 2500)`
  await db().execute(sql`INSERT INTO audit_events (actor_kind, code, payload) ${values}`)
  await expect(sealEvents()).resolves.toBe(2_500)
  await expectAllSealed()
})

const NAMED = { flaw: 'added', seq: NEVER_GIVEN }

test('a number that was never given holds up none that are, and its row is the one that is named', async () => {
  await givenTold(2)
  await sealEvents()
  await forgeEvent()
  await expect(sealEvents()).resolves.toBe(0)
  await givenTold(3)
  await expect(sealEvents()).resolves.toBe(3)
  expect([...(await numbersOf(auditLeaves)), NEVER_GIVEN]).toEqual(await numbersOf(auditEvents))
  await expect(verifyEvents(operator(), [])).resolves.toEqual(NAMED)
})

test('nor does one that was sealed by a version that did not look', async () => {
  await givenTold(2)
  await sealEvents()
  await forgeEvent()
  await db().execute(sql`INSERT INTO audit_leaves (index, seq, hashes) VALUES (2, ${NEVER_GIVEN}, sha256('of it'))`)
  await expect(verifyEvents(operator(), [])).resolves.toEqual(NAMED)
  await givenTold(3)
  await expect(sealEvents()).resolves.toBe(3)
  await expect(sealEvents()).resolves.toBe(0)
  expect(await numbersOf(auditLeaves)).toEqual(await numbersOf(auditEvents))
  await expect(verifyEvents(operator(), [])).resolves.toEqual(NAMED)
})

const failing = () =>
  change(system(), async () => {
    await Promise.resolve()
    throw new Error('on purpose')
  }).catch(() => {})

test('writers, failures among them, and replicas that seal at the same time lose and double nothing', async () => {
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let turn = 0; turn < 10; turn++) await (turn % 3 === writer % 3 ? failing() : givenTold())
  })
  const sealers = Array.from({ length: 3 }, async () => {
    for (let turn = 0; turn < 5; turn++) await sealEvents()
  })
  await Promise.all([...writers, ...sealers])
  await sealEvents()
  await expectAllSealed()
  await expect(db().$count(auditEvents)).resolves.toBeGreaterThan(30)
})

// What the server sees of a process that is killed: its connection ends in the middle.
test.each(['insert into "audit_leaves"', 'commit'])(
  'a sealing that is killed at its %s has sealed nothing',
  async (text) => {
    await givenTold(3)
    await closePool()
    const gate = await givenGate(databaseUrl, text)
    process.env.DATABASE_URL = gate.url
    const killed = sealEvents().catch(() => 'killed')
    await gate.reached
    gate.cut()
    await expect(killed).resolves.toBe('killed')
    await closePool()
    gate.close()

    process.env.DATABASE_URL = databaseUrl
    await expect(db().$count(auditLeaves)).resolves.toBe(0)
    await givenTold()
    await expect(sealEvents()).resolves.toBe(4)
    await expectAllSealed()
  },
)

// On the embedded database nobody writes while somebody else has not ended.
describe.each(process.env.TEST_DATABASE_URL ? ['on PostgreSQL'] : [])('%s', () => {
  test('nothing is sealed before a smaller number that is still under way, and then in its order', async () => {
    const events = new EventEmitter()
    const [hasDrawn, mayEnd] = [once(events, 'drawn'), once(events, 'end')]
    const slow = db().transaction(async (tx) => {
      await tx.insert(auditEvents).values({ actorKind: 'system', code: 'sign_in.failed', payload: {} })
      events.emit('drawn')
      await mayEnd
    })
    await hasDrawn
    await givenTold(2)
    const stopped = new AbortController()
    const impatient = sealEvents(stopped.signal)
    stopped.abort()
    const early = await impatient
    const patient = sealEvents()
    events.emit('end')
    await slow
    expect([early, await patient]).toEqual([0, 3])
    await expectAllSealed()
  })
})

test('a transaction has its number before it draws one for an event', async () => {
  await db().transaction(async (tx) => {
    const drawing = sql`WITH told AS (INSERT INTO audit_events (actor_kind, code, payload)
      VALUES ('system', 'sign_in.failed', jsonb_build_object('had', pg_current_xact_id_if_assigned() IS NOT NULL)) RETURNING payload)
      SELECT payload->>'had' AS had FROM told`
    const { rows } = await tx.execute(drawing)
    expect(rows).toEqual([{ had: 'true' }])
  })
})
