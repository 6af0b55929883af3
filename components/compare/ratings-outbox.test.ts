import { expect, test } from 'vitest'
import type { GivenRating, Rating } from '@/lib/compare/rating'
import { RequestFailed } from '../fetch-json'
import { Kept } from '../kept'
import { memoryStorage } from '../testing/memory-storage'
import { RatingsOutbox } from './ratings-outbox'
import { unsentRatings, type UnsentRating } from './unsent-rating'

const KEY = 'debrief-rating ada'
const given = (rating: Rating): GivenRating => ({ rating, anchors: null, ratedAt: '2026-01-01T00:00:00.000Z' })
const rate = (interview: string, rating: Rating | null) => ({ interview, key: 'a night', rating, anchors: null })

/** What a browser keeps, and a server that answers as it is told to. */
function givenOutbox(kept = givenKept()) {
  const sent: string[] = []
  const answer = { now: async ({ rating }: UnsentRating) => (rating === null ? null : given(rating)) }
  const outbox = new RatingsOutbox({
    store: unsentRatings(KEY, kept),
    send: async (unsent) => {
      const answered = await answer.now(unsent)
      sent.push(`${unsent.interview} ${unsent.rating}`)
      return answered
    },
  })
  return { outbox, sent, answer, kept }
}

function givenKept() {
  const storage = memoryStorage()
  return new Kept(() => storage)
}

const offline = async () => Promise.reject(new RequestFailed('Nobody answers.', 'offline', null))

test('what is rated while nobody answers is kept, of each answer the last, and sent once somebody does', async () => {
  const { outbox, sent, answer, kept } = givenOutbox()
  const answers = answer.now
  answer.now = offline
  outbox.put(rate('one', 2))
  outbox.put(rate('two', 3))
  outbox.put(rate('one', 4))
  await outbox.flush()
  expect(outbox.state.ratings.map(({ interview, rating }) => [interview, rating])).toEqual(
    expect.arrayContaining([
      ['one', 4],
      ['two', 3],
    ]),
  )
  expect(outbox.state.ratings).toHaveLength(2)

  answer.now = answers
  await outbox.flush()
  expect(sent.toSorted()).toEqual(['one 4', 'two 3'])
  expect(outbox.state.ratings).toEqual([])
  expect(kept.keys()).toEqual([])
})

test('the next page of the same browser goes on with what waits', async () => {
  const first = givenOutbox()
  first.answer.now = offline
  first.outbox.put(rate('one', 5))
  await first.outbox.flush()
  const second = givenOutbox(first.kept)
  await second.outbox.flush()
  expect(second.sent).toEqual(['one 5'])
})

test('what is refused is said and not tried again, and costs the others nothing', async () => {
  const { outbox, sent, answer } = givenOutbox()
  const answers = answer.now
  answer.now = async (unsent) => {
    if (unsent.interview === 'one') throw new RequestFailed('It was not asked.', 'answer_not_found', 'id')
    return answers(unsent)
  }
  outbox.put(rate('one', 5))
  await outbox.flush()
  expect(outbox.state).toMatchObject({
    ratings: [],
    refused: { reason: 'It was not asked.', rating: { interview: 'one' } },
  })
  outbox.put(rate('two', 1))
  await outbox.flush()
  expect(sent).toEqual(['two 1'])
  expect(outbox.state.refused).toBe(null)
})

test('what is changed while it is on its way is sent again, as it is by then', async () => {
  const { outbox, sent, answer } = givenOutbox()
  const answers = answer.now
  let isFirst = true
  answer.now = async (unsent) => {
    if (isFirst) {
      isFirst = false
      outbox.put(rate('one', null))
    }
    return answers(unsent)
  }
  outbox.put(rate('one', 3))
  await outbox.flush()
  expect(sent).toEqual(['one 3', 'one null'])
  expect(outbox.state.ratings).toEqual([])
})

test('what another program has left in the browser is no rating', () => {
  const kept = givenKept()
  kept.keep(`${KEY} a`, '{"rating":9}')
  kept.keep(`${KEY} b`, 'no JSON')
  expect(givenOutbox(kept).outbox.state.ratings).toEqual([])
})
