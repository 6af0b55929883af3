import { expect, test } from 'vitest'
import type { GivenRating, Rating } from '@/lib/compare/rating'
import { RequestFailed } from '../fetch-json'
import { Kept } from '../kept'
import { memoryStorage } from '../testing/memory-storage'
import { RatingsOutbox } from './ratings-outbox'
import { unsentRatings, type UnsentRating } from './unsent-rating'

const ANSWER = { interview: 'one', key: 'a night', anchors: null }
const timeOf = (second: number) => `2026-01-01T00:00:0${second}.000Z`

/** One answer on a server that asks as `giveRating` does, and one device; `network` says what becomes of what is sent. */
function givenDevice(server = givenServer(), texts = new Map<string, string>()) {
  const storage = memoryStorage(texts)
  const network = { now: 'works' as 'works' | 'lost' | 'loses answers' }
  const open = () =>
    new RatingsOutbox({
      store: unsentRatings('debrief-rating ada', new Kept(() => storage)),
      send: async (unsent) => {
        const offline = new RequestFailed('Nobody answers.', 'offline', null)
        if (network.now === 'lost') throw offline
        const given = server.take(unsent)
        if (network.now === 'loses answers') throw offline
        return given
      },
    })
  return { outbox: open(), open, network, server }
}

function givenServer() {
  const server = {
    stands: null as GivenRating | null,
    given: [] as (Rating | null)[],
    take({ rating, replaces, unanswered }: Pick<UnsentRating, 'rating' | 'replaces' | 'unanswered'>) {
      const { stands } = server
      if ((stands?.rating ?? null) === rating) return stands
      const isKnown =
        replaces === undefined || unanswered.includes(stands?.rating ?? null) || (stands?.ratedAt ?? null) === replaces
      if (!isKnown) throw new RequestFailed('You rated this answer otherwise meanwhile.', 'rating_changed', 'id')
      server.given.push(rating)
      return (server.stands = rating && { rating, anchors: null, ratedAt: timeOf(server.given.length) })
    },
  }
  return server
}

const elsewhere = ({ server }: ReturnType<typeof givenDevice>, rating: Rating) =>
  server.take({ rating, replaces: undefined, unanswered: [] })

test('a rating that waited offline asks before it replaces one from another device, on whatever page its author is by then', async () => {
  const device = givenDevice()
  device.network.now = 'lost'
  device.outbox.put({ ...ANSWER, rating: 4, replaces: null })
  await device.outbox.flush()
  elsewhere(device, 2)
  device.network.now = 'works'
  await device.outbox.flush()
  expect(device.server.stands?.rating).toBe(2)
  expect(device.outbox.state).toMatchObject({ ratings: [], contested: [{ rating: 4 }], refused: null })

  // Neither is it sent again by itself, nor forgotten with the page.
  const next = device.open()
  await next.flush()
  expect(next.state).toMatchObject({ ratings: [], contested: [{ rating: 4 }] })
  const [contested] = next.state.contested
  if (contested) next.insist(contested)
  await next.flush()
  expect(device.server.stands?.rating).toBe(4)
  expect(next.state).toMatchObject({ ratings: [], contested: [] })
})

test.each(['leave', 'undo'] as const)('%s lets the one from elsewhere stand', async (how) => {
  const device = givenDevice()
  elsewhere(device, 2)
  device.outbox.put({ ...ANSWER, rating: 4, replaces: null })
  await device.outbox.flush()
  const [contested] = device.outbox.state.contested
  expect(contested?.rating).toBe(4)
  if (how === 'undo') device.outbox.undo({ ...ANSWER, rating: null })
  else if (contested) device.outbox.leave(contested)
  await device.outbox.flush()
  expect(device.server.given).toEqual([2])
  expect(device.outbox.state).toMatchObject({ ratings: [], contested: [] })
})

test('who has seen what stands by then rates it anew without being asked', async () => {
  const device = givenDevice()
  elsewhere(device, 2)
  device.outbox.put({ ...ANSWER, rating: 4, replaces: null })
  await device.outbox.flush()
  device.outbox.put({ ...ANSWER, rating: 5, replaces: timeOf(1) })
  await device.outbox.flush()
  expect(device.server.given).toEqual([2, 5])
  expect(device.outbox.state).toMatchObject({ ratings: [], contested: [] })
})

test.each([
  ['changed', [3, 4, 5]],
  ['taken back', [3, null]],
  ['taken back and given anew', [3, null, 4]],
])('a rating whose answer was lost is %s without being asked: it is one’s own', async (_, wishes) => {
  const device = givenDevice()
  device.network.now = 'loses answers'
  for (const rating of wishes as (Rating | null)[]) {
    device.outbox.put({ ...ANSWER, rating, replaces: null })
    await device.outbox.flush()
  }
  device.network.now = 'works'
  await device.outbox.flush()
  expect(device.outbox.state).toMatchObject({ ratings: [], contested: [] })
  expect(device.server.stands?.rating ?? null).toBe(wishes.at(-1))
  expect(device.server.given).toEqual(wishes)
})

test('what is rated and undone one after another on a page knows of what came before it', async () => {
  const device = givenDevice()
  device.outbox.put({ ...ANSWER, rating: 3, replaces: null })
  device.outbox.put({ ...ANSWER, rating: 4, replaces: null })
  await device.outbox.flush()
  device.outbox.undo({ ...ANSWER, rating: 3 })
  await device.outbox.flush()
  device.outbox.undo({ ...ANSWER, rating: null })
  await device.outbox.flush()
  expect(device.server.stands).toBe(null)
  expect(device.outbox.state).toMatchObject({ ratings: [], contested: [] })
})

test('a rating that a browser has kept since before knows of nothing, and is sent', async () => {
  const texts = new Map([
    [
      'debrief-rating ada a night one',
      JSON.stringify({ ...ANSWER, rating: 4, writtenAt: timeOf(1), version: 'of then' }),
    ],
  ])
  const device = givenDevice(givenServer(), texts)
  elsewhere(device, 2)
  await device.outbox.flush()
  expect(device.server.stands?.rating).toBe(4)
})
