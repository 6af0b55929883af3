import { expect, test } from 'vitest'
import { a, b, draft, givenAnswer, givenOutbox, givenStorage, offline, turns, until } from './testing/outbox'

test('it survives the page', async () => {
  const { outbox, storage } = givenOutbox([offline])
  outbox.put('i1', a, draft('kept'))
  await outbox.flush()

  const later = givenOutbox([null], storage)
  expect(later.outbox.waiting).toMatchObject([{ id: a, draft: { body: 'kept' } }])
  await later.outbox.flush()
  expect(givenOutbox([], storage).outbox.waiting).toEqual([])
})

test('what cannot be read in the storage is left out', () => {
  const storage = givenStorage()
  storage().setItem(`k /api/interviews/i1/notes ${a}`, '{"id":1}')
  storage().setItem(`k /api/interviews/i1/notes ${b}`, '{')
  expect(givenOutbox([], storage).outbox.waiting).toEqual([])
})

test('two tabs keep each other’s notes', async () => {
  const here = givenOutbox([offline])
  const there = givenOutbox([offline], here.storage)
  here.outbox.put('i1', a, draft('here'))
  there.outbox.put('i1', b, draft('there'))
  await turns()
  const bodies = givenOutbox([], here.storage).outbox.waiting.map(({ draft }) => draft?.body ?? '')
  expect(bodies.toSorted()).toEqual(['here', 'there'])
})

test('a tab sends what another has written since, and not its own older text', async () => {
  const here = givenOutbox([offline])
  here.outbox.put('i1', a, draft('old'))
  await turns()
  const there = givenOutbox([offline], here.storage)
  there.outbox.put('i1', a, draft('new'))
  await turns()
  await here.outbox.flush()
  await there.outbox.flush()
  expect([here.sent, there.sent]).toEqual([['old', 'new'], ['new']])
})

test('a tab that has sent a text does not forget a newer one of another tab', async () => {
  const { answer, give } = givenAnswer()
  const here = givenOutbox([], givenStorage(), answer)
  here.outbox.put('i1', a, draft('old'))
  const there = givenOutbox([offline], here.storage)
  there.outbox.put('i1', a, draft('new'))
  give()
  await until(() => here.sent.length === 2)
  expect(here.sent).toEqual(['old', 'new'])
})

test.each([
  ['full', givenStorage(0)],
  ['blocked', blocked],
])('where the storage is %s a note waits for as long as the page is open', async (_, storage) => {
  const { outbox, sent } = givenOutbox([offline], storage)
  outbox.put('i1', a, draft('kept'))
  await turns()
  expect(outbox.waiting).toMatchObject([{ id: a }])
  await outbox.flush()
  expect(sent).toEqual(['kept', 'kept'])
  expect(outbox.waiting).toEqual([])
})

function blocked(): never {
  throw new Error('The browser blocks its storage.')
}
