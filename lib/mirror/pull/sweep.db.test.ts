import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { mirrorLists } from '../../db/schema/mirror'
import { findList } from '../lists/state'
import { pullNow } from '../testing/pull-now'
import { givenRibbon } from '../../ribbon/testing/given-ribbon'

/** More than are read from end to end every time. */
const COMPLETED = 130
const { control } = givenRibbon({ samples: 'none' })

beforeAll(async () => {
  for (let index = 0; index < COMPLETED; index++) await ribbonHas(`c${index}`)
  for (let index = 0; index < 3; index++) await ribbonHas(`i${index}`, 'incomplete')
})
beforeEach(async () => {
  await control('DELETE', '/faults')
  await db().delete(interviews)
  await db().delete(mirrorLists)
})

const ribbonHas = (id: string, status = 'completed') =>
  control('PUT', `/interviews/${id}`, { interview_flow_id: 'flow', status, interview_data: null })
const ribbonForgets = (id: string) => control('DELETE', `/interviews/${id}`)
const inOrder = (order: string) => control('POST', '/order', { order })

/** A pull and the number of calls that it took. */
async function pulled(outcome: 'pulled' | 'failed' = 'pulled'): Promise<number> {
  await control('DELETE', '/requests')
  expect(await pullNow()).toBe(outcome)
  const { requests } = (await control('GET', '/requests')) as { requests: unknown[] }
  return requests.length
}

const stored = async (id: string) => (await db().select().from(interviews).where(eq(interviews.id, id)))[0]
const count = () => db().$count(interviews)
const offsetReached = async () => (await findList('completed')).nextOffset
const passAgain = () =>
  db()
    .update(mirrorLists)
    .set({ passedAt: sql`now() - interval '8 days'` })

test.each(['newest_first', 'oldest_first'] as const)(
  'once it knows that a list is %s, a pull reads only where new ones come to stand',
  async (order) => {
    await inOrder(order)
    const first = await pulled()
    expect(await count()).toBeGreaterThanOrEqual(COMPLETED)
    expect(await findList('completed')).toMatchObject({ order: null, nextOffset: 0 })

    const [learning, swept] = [crypto.randomUUID(), crypto.randomUUID()]
    await ribbonHas(learning)
    expect(await pulled()).toBeGreaterThanOrEqual(first)
    expect(await findList('completed')).toMatchObject({ order })

    await ribbonHas(swept)
    expect(await pulled()).toBeLessThan(first - 2)
    expect(await stored(swept)).toBeDefined()
    expect(await pulled()).toBeLessThan(first - 2)
    const { passedAt, comparedAt } = await findList('completed')
    expect(Date.parse(comparedAt ?? ''), 'it was compared').toBeGreaterThan(Date.parse(passedAt ?? ''))
  },
)

test('a list without an order is read from end to end', async () => {
  await inOrder('hashed')
  const first = await pulled()
  for (let index = 0; index < 4; index++) await ribbonHas(crypto.randomUUID())
  await pulled()
  expect(await findList('completed')).toMatchObject({ order: 'mixed' })
  expect(await pulled()).toBeGreaterThanOrEqual(first)
})

test('who finishes is fetched wherever in the list they are', async () => {
  await inOrder('oldest_first')
  const id = crypto.randomUUID()
  await ribbonHas(id, 'incomplete')
  await pulled()
  await ribbonHas(crypto.randomUUID())
  await pulled()
  expect(await stored(id)).toMatchObject({ isIncomplete: true })

  await ribbonHas(id)
  await pulled()
  expect(await stored(id)).toMatchObject({ isIncomplete: false })
})

test('one that Ribbon no longer knows is kept and marked, and unmarked when it comes back', async () => {
  await inOrder('hashed')
  const id = crypto.randomUUID()
  await ribbonHas(id)
  await pulled()
  const before = await count()
  await ribbonForgets(id)
  await passAgain()
  await pulled()
  expect((await stored(id))?.goneAt).not.toBeNull()
  expect(await count()).toBe(before)

  await ribbonHas(id)
  await passAgain()
  await pulled()
  expect((await stored(id))?.goneAt).toBeNull()
})

test('while a list cannot be read to its end, nothing is marked as gone', async () => {
  await inOrder('hashed')
  const id = crypto.randomUUID()
  await ribbonHas(id)
  await pulled()
  await ribbonForgets(id)
  await passAgain()
  // The list of incomplete ones and three pages of the other are read before it fails.
  await control('POST', '/faults', { route: '/v1/interviews', fault: { kind: 'latency', ms: 1 }, times: 4 })
  await control('POST', '/faults', { route: '/v1/interviews', fault: { kind: 'status', status: 400 } })
  await pulled('failed')
  expect((await stored(id))?.goneAt).toBeNull()

  await control('DELETE', '/faults')
  await pulled()
  expect((await stored(id))?.goneAt, 'the pass went on, and Ribbon itself says so').not.toBeNull()
})

test('a first pass that was interrupted goes on where it was', async () => {
  await inOrder('newest_first')
  const stop = new AbortController()
  const under = pullNow(stop.signal)
  await expect.poll(offsetReached, { interval: 5 }).toBeGreaterThanOrEqual(40)
  stop.abort()
  expect(await under).toBe('stopped')
  const { nextOffset, passedAt } = await findList('completed')
  expect({ passedAt, isUnderWay: nextOffset > 0 }).toEqual({ passedAt: null, isUnderWay: true })

  await pulled()
  expect(await count()).toBeGreaterThanOrEqual(COMPLETED)
  expect((await findList('completed')).passedAt).not.toBeNull()
})

/** As if so much more time had passed since pages were last read again. */
const hoursLater = (hours: number) =>
  db()
    .update(mirrorLists)
    .set({ rereadAt: sql`reread_at - ${hours}::int * interval '1 hour'` })

test('an old interview that changes or vanishes without a word is noticed within a day', async () => {
  await inOrder('newest_first')
  const vanished = crypto.randomUUID()
  await ribbonHas(vanished)
  await pulled()
  await ribbonHas(crypto.randomUUID())
  await pulled()
  expect(await pulled(), 'only the front of the list is read').toBeLessThan(10)

  await control('PUT', '/interviews/c3', {
    interview_flow_id: 'another flow',
    status: 'completed',
    interview_data: null,
  })
  await ribbonForgets(vanished)
  for (let hour = 0; hour < 24; hour += 4) {
    await hoursLater(4)
    expect(await pulled(), 'a page an hour or so, and who is missing').toBeLessThan(12)
  }
  expect(await stored('c3')).toMatchObject({ flowId: 'another flow' })
  expect((await stored(vanished))?.goneAt).not.toBeNull()
})

test('a round goes on after a page that cannot be read', async () => {
  await inOrder('newest_first')
  await pulled()
  await ribbonHas(crypto.randomUUID())
  await pulled()
  await pulled()
  await control('PUT', '/interviews/c1', {
    interview_flow_id: 'another flow',
    status: 'completed',
    interview_data: null,
  })
  await hoursLater(2)
  await control('POST', '/faults', { route: '/v1/interviews', fault: { kind: 'latency', ms: 1 }, times: 2 })
  await control('POST', '/faults', { route: '/v1/interviews', fault: { kind: 'wrong_schema' }, times: 1 })
  await pulled()
  for (let hour = 0; hour < 24; hour += 4) {
    await hoursLater(4)
    await pulled()
  }
  expect(await stored('c1')).toMatchObject({ flowId: 'another flow' })
})
