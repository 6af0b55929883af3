// Must hold 42: an item that Ribbon cannot send costs neither its page nor its list.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DebriefError } from '../../errors'
import { createFetchAround, type Window } from './fetch-around'

const FAULTS = [
  new DebriefError('ribbon_unreadable'),
  new DebriefError('ribbon_rejected', { cause: 500 }),
  new DebriefError('ribbon_forbidden'),
  new DebriefError('ribbon_unreachable', { cause: new DOMException('', 'TimeoutError') }),
  new DebriefError('ribbon_unreachable', { cause: Object.assign(new Error(), { code: 'UND_ERR_SOCKET' }) }),
]

/** A list of so many items, of which Ribbon cannot send some: a page that has one of them fails. */
function givenList({ length, bad, error = FAULTS[0] }: { length: number; bad: number[]; error?: Error }) {
  const asked: Window[] = []
  const fetchPage = async (window: Window) => {
    asked.push(window)
    const end = Math.min(length, window.offset + window.limit)
    const places = Array.from({ length: Math.max(0, end - window.offset) }, (_, at) => window.offset + at)
    if (places.some((place) => bad.includes(place))) throw error
    return { items: places.map((place) => ({ id: String(place) })), unreadable: [], received: places.length }
  }
  return { asked, fetchPage }
}

const around = (list: ReturnType<typeof givenList>, notDue = new Map()) =>
  createFetchAround({ fetchPage: list.fetchPage, notDue, mostCalls: 100 })

test('of any page with any bad items, all others arrive in their order, and each bad one is told by its place', async () => {
  const page = fc.record({ length: fc.nat(40), bad: fc.uniqueArray(fc.nat(40), { maxLength: 5 }) })
  await fc.assert(
    fc.asyncProperty(page, fc.integer({ min: 1, max: 40 }), fc.constantFrom(...FAULTS), async (some, limit, error) => {
      const bad = some.bad.filter((place) => place < Math.min(some.length, limit))
      const read = await around(givenList({ ...some, bad, error }))({ limit, offset: 0 })
      const received = Math.min(some.length, limit)
      expect(read.received).toBe(received)
      expect(read.items.map(({ id }) => Number(id))).toEqual(
        Array.from({ length: received }, (_, at) => at).filter((at) => !bad.includes(at)),
      )
      expect(read.unreadable.map(({ at }) => at)).toEqual(bad.toSorted((a, b) => a - b))
    }),
  )
})

test('one bad item among ten costs a handful of calls, and fewer while it is known', async () => {
  const list = givenList({ length: 30, bad: [13] })
  await around(list)({ limit: 10, offset: 10 })
  expect(list.asked.length).toBeLessThanOrEqual(11)

  const again = givenList({ length: 30, bad: [13] })
  const read = await around(again, new Map([[13, { after: '12', reason: 'too_large' }]]))({ limit: 10, offset: 10 })
  expect(again.asked.length).toBeLessThanOrEqual(4)
  expect(read.unreadable).toEqual([{ at: 3, id: null, after: '12', reason: 'too_large' }])
  expect(read.items).toHaveLength(9)
})

test('however a list has moved since, nothing that can be read is skipped for what is not due', async () => {
  const moved = fc.record({
    shift: fc.integer({ min: -3, max: 3 }),
    bad: fc.nat(29),
    limit: fc.integer({ min: 1, max: 12 }),
  })
  await fc.assert(
    fc.asyncProperty(moved, async ({ shift, bad, limit }) => {
      const before = givenList({ length: 30, bad: [bad] })
      const [fault] = (await around(before)({ limit: 30, offset: 0 })).unreadable
      const notDue = new Map([[bad + shift, { after: fault?.after ?? null, reason: 'too_large' }]])
      const fetchPage = around(givenList({ length: 30, bad: [bad] }), notDue)
      const ids: string[] = []
      for (let offset = 0; offset < 30; offset += limit)
        ids.push(...(await fetchPage({ limit, offset })).items.map(({ id }) => id))
      expect(ids.map(Number)).toEqual(Array.from({ length: 30 }, (_, at) => at).filter((at) => at !== bad))
    }),
  )
})

test('when the list answers nowhere, the page fails as it did, after one more call', async () => {
  const failure = new DebriefError('ribbon_rejected', { cause: 500 })
  const asked: Window[] = []
  const fetchPage = (window: Window) => {
    asked.push(window)
    return Promise.reject(failure)
  }
  const fetchAround = createFetchAround({ fetchPage, notDue: new Map(), mostCalls: 100 })
  await expect(fetchAround({ limit: 10, offset: 0 })).rejects.toBe(failure)
  expect(asked).toHaveLength(2)
})

test.each(FAULTS)('an outage that begins once an item was skipped (%s) is none of the items’ fault', async (error) => {
  const list = givenList({ length: 30, bad: [3], error })
  let isOut = false
  const fetchPage = async (window: Window) => {
    isOut ||= window.offset === 10
    if (isOut) throw error
    return list.fetchPage(window)
  }
  const fetchAround = createFetchAround({ fetchPage, notDue: new Map(), mostCalls: 100 })
  expect((await fetchAround({ limit: 10, offset: 0 })).unreadable).toHaveLength(1)
  await expect(fetchAround({ limit: 10, offset: 10 })).rejects.toBe(error)
})

test('what says nothing about an item is thrown at once', async () => {
  for (const code of ['ribbon_unreachable', 'ribbon_unauthorized', 'ribbon_rate_limited'] as const) {
    const list = givenList({ length: 10, bad: [3], error: new DebriefError(code) })
    await expect(around(list)({ limit: 10, offset: 0 })).rejects.toMatchObject({ code })
    expect(list.asked).toHaveLength(1)
  }
})

test('a list with more bad items than can be looked for in one pull fails', async () => {
  const list = givenList({ length: 1_000, bad: Array.from({ length: 1_000 }, (_, at) => at) })
  const fetchAround = around(list)
  const pages = Array.from({ length: 100 }, (_, at) => ({ limit: 10, offset: at * 10 }))
  await expect(
    pages.reduce((before, page) => before.then(() => fetchAround(page)).then(() => {}), Promise.resolve()),
  ).rejects.toThrow()
  expect(list.asked.length).toBeLessThan(250)
})
