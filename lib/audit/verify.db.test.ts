// Must hold 37: whoever alters, deletes, moves or cuts off a row of the log is found, with every right on the database.
import { asc, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { operator } from '../auth/operator'
import { db, type Transaction } from '../db/client'
import { auditLeaves } from '../db/schema/audit'
import type { KeptHead } from './head'
import { sealEvents } from './seal'
import { listStored } from './stored'
import { leafOf } from './stored-event'
import { ALTERATIONS, givenEvents, NEVER_GIVEN } from './testing/history'
import { emptyLog, tamper } from './testing/tamper'
import { grow, type Peaks } from './tree'
import { verifyEvents } from './verify'

beforeEach(emptyLog)

/** The numbers of events; between them some were rolled back. */
const histories = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 9 })
  .map((steps) => steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0)))

async function givenHistory(numbers: number[]): Promise<KeptHead> {
  await emptyLog()
  await givenEvents(numbers)
  await expect(sealEvents()).resolves.toBe(numbers.length)
  const verdict = await verifyEvents(operator(), [])
  if (verdict.flaw !== null) throw new Error('the history is flawed')
  return { of: 'tree', ...verdict.head }
}

type Tampered = { numbers: number[]; at: number; other: number }
/** What is done at one place, or two, and the first row that has to be named. */
type Tampering = {
  does: (tx: Transaction, place: Tampered) => Promise<unknown>
  names: (place: Tampered) => number | null
}

const seqAt = ({ numbers, at }: Tampered) => numbers[at] ?? 0
const afterTheOneBefore = ({ numbers, at }: Tampered) => (numbers[at - 1] ?? 0) + 1
const isLast = ({ numbers, at }: Tampered) => at === numbers.length - 1
/** Of a bigint. */
const LEAST = '-9223372036854775808'
const firstGap = ({ numbers }: Tampered) => numbers.map((seq) => seq - 1).find((seq) => !numbers.includes(seq)) ?? -5

const TAMPERINGS: Record<string, Tampering> = {
  ...Object.fromEntries(
    Object.entries(ALTERATIONS).map(([what, set]) => [
      `another ${what}`,
      {
        does: (tx, place) => tx.execute(sql`UPDATE audit_events SET ${set} WHERE seq = ${seqAt(place)}`),
        names: seqAt,
      } satisfies Tampering,
    ]),
  ),
  'an event removed': {
    does: (tx, place) => tx.execute(sql`DELETE FROM audit_events WHERE seq = ${seqAt(place)}`),
    names: seqAt,
  },
  'an event removed with its leaf': {
    does: async (tx, place) => {
      await tx.execute(sql`DELETE FROM audit_events WHERE seq = ${seqAt(place)}`)
      await tx.execute(sql`DELETE FROM audit_leaves WHERE seq = ${seqAt(place)}`)
    },
    names: afterTheOneBefore,
  },
  'an event removed, its leaf, and the places of those after it': {
    does: async (tx, place) => {
      await tx.execute(sql`DELETE FROM audit_events WHERE seq = ${seqAt(place)}`)
      const { rowCount } = await tx.execute(sql`DELETE FROM audit_leaves WHERE seq = ${seqAt(place)}`)
      if (rowCount === 0) return
      await tx.execute(sql`UPDATE audit_leaves SET index = -index WHERE seq > ${seqAt(place)}`)
      await tx.execute(sql`UPDATE audit_leaves SET index = -index - 1 WHERE index < 0`)
    },
    names: (place) => (isLast(place) ? afterTheOneBefore(place) : (place.numbers[place.at + 1] ?? 0)),
  },
  'everything from one event on': {
    does: async (tx, place) => {
      await tx.execute(sql`DELETE FROM audit_events WHERE seq >= ${seqAt(place)}`)
      await tx.execute(sql`DELETE FROM audit_leaves WHERE seq >= ${seqAt(place)}`)
    },
    names: afterTheOneBefore,
  },
  'a leaf removed': {
    does: (tx, place) => tx.execute(sql`DELETE FROM audit_leaves WHERE seq = ${seqAt(place)}`),
    names: (place) => (isLast(place) ? afterTheOneBefore(place) : seqAt(place)),
  },
  'another leaf': {
    does: (tx, place) => tx.execute(sql`UPDATE audit_leaves SET hashes = sha256(hashes) WHERE seq = ${seqAt(place)}`),
    names: seqAt,
  },
  'two events in each other’s place': {
    does: async (tx, { numbers, at, other: second }) => {
      const [one, other] = [numbers[at] ?? 0, numbers[second] ?? 0]
      await tx.execute(sql`ALTER TABLE audit_events ALTER seq DROP IDENTITY`)
      await tx.execute(sql`UPDATE audit_events SET seq = -seq WHERE seq IN (${one}, ${other})`)
      await tx.execute(sql`UPDATE audit_events SET seq = ${one + other}::bigint + seq WHERE seq < 0`)
      await tx.execute(sql`ALTER TABLE audit_events ALTER seq ADD GENERATED ALWAYS AS IDENTITY (START 1000)`)
      await tx.execute(sql`SELECT nextval(pg_get_serial_sequence('audit_events', 'seq'))`)
    },
    names: ({ numbers, at, other: second }) =>
      at === second ? null : Math.min(numbers[at] ?? 0, numbers[second] ?? 0),
  },
  'an event where none was': {
    does: (tx, place) =>
      tx.execute(sql`INSERT INTO audit_events (seq, actor_kind, code, payload) OVERRIDING SYSTEM VALUE
        VALUES (${firstGap(place)}, 'system', 'note.written', '{}') ON CONFLICT DO NOTHING`),
    names: firstGap,
  },
  'an event below every number': {
    does: (tx) =>
      tx.execute(sql`INSERT INTO audit_events (seq, actor_kind, code, payload) OVERRIDING SYSTEM VALUE
        VALUES (${LEAST}, 'system', 'note.written', '{}') ON CONFLICT DO NOTHING`),
    names: () => Number(LEAST),
  },
  'an event above every number that was given': {
    does: (tx) =>
      tx.execute(sql`INSERT INTO audit_events (seq, actor_kind, code, payload) OVERRIDING SYSTEM VALUE
        VALUES (${NEVER_GIVEN}, 'system', 'note.written', '{}') ON CONFLICT DO NOTHING`),
    names: () => NEVER_GIVEN,
  },
  'another hash of a subtree': {
    does: (tx, { numbers }) =>
      tx.execute(sql`UPDATE audit_leaves SET hashes = set_byte(hashes, 32, (get_byte(hashes, 32) + 1) % 256)
        WHERE seq = ${numbers[1] ?? 0} AND octet_length(hashes) > 32`),
    names: ({ numbers }) => numbers[1] ?? 0,
  },
  'an event forged among the others, and the whole tree made anew': {
    does: async (tx, place) => {
      await tx.execute(sql`INSERT INTO audit_events (seq, actor_kind, code, payload) OVERRIDING SYSTEM VALUE
        VALUES (${firstGap(place)}, 'system', 'note.written', '{}') ON CONFLICT DO NOTHING`)
      await sealAnew(tx)
    },
    names: (place) => [...place.numbers, firstGap(place)].toSorted((one, other) => one - other).at(-2) ?? 0,
  },
  'an event altered, and the whole tree made anew': {
    does: async (tx, place) => {
      await tx.execute(sql`UPDATE audit_events SET about = 'another' WHERE seq = ${seqAt(place)}`)
      await sealAnew(tx)
    },
    names: ({ numbers }) => numbers.at(-1) ?? 0,
  },
}

/** As the server would, whose code everybody knows. */
async function sealAnew(tx: Transaction) {
  const peaks: Peaks = []
  await tx.execute(sql`DELETE FROM audit_leaves`)
  const events = await listStored(tx, { after: -1_000, upTo: 1_000, limit: 1_000 })
  for (const [index, event] of events.entries())
    await tx
      .insert(auditLeaves)
      .values({ index, seq: event.seq, hashes: Buffer.from(grow(peaks, leafOf(event)).join(''), 'hex') })
}

const place = histories.chain((numbers) => {
  const index = fc.nat({ max: numbers.length - 1 })
  return fc.record({ numbers: fc.constant(numbers), at: index, other: index })
})

test.each(Object.entries(TAMPERINGS))(
  '%s is found, and the first row that it touches named',
  async (_, { does, names }) => {
    await fc.assert(
      fc.asyncProperty(place, async (tampered) => {
        const head = await givenHistory(tampered.numbers)
        await tamper((tx) => does(tx, tampered))
        const verdict = await verifyEvents(operator(), [head])
        expect('seq' in verdict ? verdict.seq : null).toBe(names(tampered))
      }),
      { numRuns: 8 },
    )
  },
)

test('whatever is done one after the other, it is found', async () => {
  const kinds = fc.uniqueArray(fc.constantFrom(...Object.keys(TAMPERINGS)), { minLength: 2, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(place, kinds, async (tampered, chosen) => {
      fc.pre(tampered.at !== tampered.other)
      const head = await givenHistory(tampered.numbers)
      for (const kind of chosen) await tamper((tx) => TAMPERINGS[kind]?.does(tx, tampered) ?? Promise.reject())
      expect((await verifyEvents(operator(), [head])).flaw).not.toBeNull()
    }),
    { numRuns: 30 },
  )
})

test('an earlier head is met by a log that has only grown, and one of another log is not', async () => {
  const earlier = await givenHistory([1, 2, 4])
  await givenEvents([7])
  await expect(verifyEvents(operator(), [earlier])).resolves.toMatchObject({
    flaw: null,
    head: { size: 3, seq: 4, root: earlier.root },
    unsealed: 1,
  })
  await sealEvents()
  await expect(verifyEvents(operator(), [earlier])).resolves.toMatchObject({ flaw: null, head: { size: 4, seq: 7 } })
  await givenHistory([1, 2, 4, 5])
  await expect(verifyEvents(operator(), [earlier])).resolves.toEqual({ flaw: 'not_of_head', seq: 4 })
  // That log has had a head of the same size kept beside it.
  const later = await givenHistory([1, 2, 4])
  for (const heads of [
    [earlier, later],
    [later, earlier],
  ])
    await expect(verifyEvents(operator(), heads)).resolves.toEqual({ flaw: 'not_of_head', seq: 4 })
})

async function covered(heads: KeptHead[]) {
  const verdict = await verifyEvents(operator(), heads)
  return verdict.flaw === null ? verdict.covered : verdict
}

test('how far the heads reach is found, and when the first event was told that none of them covers', async () => {
  const earlier = await givenHistory([1, 2])
  await givenEvents([4, 5])
  const told = await listStored(db(), { after: 3, upTo: 4, limit: 1 })
  const unsealed = new Date(told[0]?.at ?? '').toISOString()
  expect(await covered([earlier])).toEqual({ size: 2, uncoveredSince: unsealed })
  await sealEvents()
  expect(await covered([earlier])).toEqual({ size: 2, uncoveredSince: told[0]?.at })
  const whole = await verifyEvents(operator(), [])
  if (whole.flaw !== null) throw new Error('the history is flawed')
  expect(await covered([{ of: 'tree', ...whole.head }, earlier])).toEqual({ size: 4, uncoveredSince: null })
  expect(await covered([])).toBeNull()
})

test('a log of several pages is read to its end, and a row that is there twice is found at a page’s edge too', async () => {
  const values = sql`SELECT 'system', 'sign_in.failed', '{}'::jsonb FROM generate_series(1, 4100)`
  await db().execute(sql`INSERT INTO audit_events (actor_kind, code, payload) ${values}`)
  await sealEvents()
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null, head: { size: 4_100 } })
  const leaves = await db().select().from(auditLeaves).orderBy(asc(auditLeaves.seq))
  const seq = leaves[999]?.seq ?? 0
  await tamper(async (tx) => {
    await tx.execute(sql`ALTER TABLE audit_events DROP CONSTRAINT audit_events_pkey`)
    await tx.execute(sql`INSERT INTO audit_events (seq, actor_kind, code, payload) OVERRIDING SYSTEM VALUE
      VALUES (${seq}, 'system', 'sign_in.failed', '{}')`)
  })
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ seq })
})
