import { afterEach, expect, test, vi } from 'vitest'
import { RequestFailed } from '../fetch-json'
import { Kept } from '../kept'
import { Outbox, UNDO_MS } from './outbox'
import {
  a,
  b,
  broken,
  draft,
  givenAnswer,
  givenOutbox,
  givenStorage,
  offline,
  refused,
  turns,
  until,
} from './testing/outbox'

afterEach(() => vi.useRealTimers())

test('what nobody answers is kept and sent later, in its order', async () => {
  const { outbox, sent } = givenOutbox([offline])
  outbox.put('i1', a, draft('first'))
  await turns()
  outbox.put('i1', b, draft('second'))
  await turns()
  expect(sent).toEqual(['first', 'first', 'second'])
  expect(outbox.waiting).toEqual([])
})

test('notes on several interviews are sent, each to its own; those of another member are not touched', async () => {
  const { outbox, storage } = givenOutbox([offline])
  outbox.put('i 1/2', a, draft('first'))
  outbox.put('i3', b, draft('second'))
  await turns()
  const another = new Outbox({
    key: 'another',
    kept: new Kept(storage),
    send: () => Promise.reject(offline),
    onSent: () => {},
  })
  expect(another.waiting).toEqual([])

  const later = givenOutbox([], storage)
  await later.outbox.flush()
  expect(later.arrived).toEqual([`i 1/2 ${a}`, `i3 ${b}`])
  expect(givenOutbox([], storage).outbox.waiting).toEqual([])
})

test('what is refused says why, waits for its author, and holds up nobody', async () => {
  const { outbox, sent } = givenOutbox([refused, null, null])
  outbox.put('i1', a, draft('refused'))
  outbox.put('i1', b, draft('fine'))
  await outbox.flush()
  await until(() => outbox.waiting.length === 1)
  expect(outbox.waiting).toMatchObject([{ id: a, problem: refused.message }])

  outbox.retry(a)
  await until(() => outbox.waiting.length === 0)
  expect(sent).toEqual(['refused', 'fine', 'refused'])
})

test('a newer text is sent even when the older one is on its way', async () => {
  const { outbox, sent } = givenOutbox([])
  outbox.put('i1', a, draft('old'))
  outbox.put('i1', a, draft('new'))
  await until(() => outbox.waiting.length === 0)
  expect(sent).toEqual(['old', 'new'])
})

test('a note that fails on the server holds up no other, and is tried again later', async () => {
  const { outbox, sent } = givenOutbox([broken, null, null])
  outbox.put('i1', a, draft('poisoned'))
  outbox.put('i1', b, draft('fine'))
  await until(() => outbox.waiting.length === 1)
  await turns()
  expect(sent).toEqual(['poisoned', 'fine'])
  expect(outbox.waiting).toMatchObject([{ id: a, problem: null }])
  await outbox.flush()
  expect(outbox.waiting).toEqual([])
})

test('an answer waits for the note that it answers', async () => {
  const { outbox, sent } = givenOutbox([broken])
  outbox.put('i1', a, draft('question'))
  outbox.put('i1', b, { ...draft('answer'), parentId: a })
  await turns()
  expect(sent).toEqual(['question'])
  await outbox.flush()
  expect(sent).toEqual(['question', 'question', 'answer'])
})

test('what is deleted is deleted once it cannot be brought back any more, and an answer to it waits for that', async () => {
  vi.useFakeTimers()
  const { outbox, sent } = givenOutbox([offline])
  outbox.put('i1', a, draft('never mind'))
  await turns()
  outbox.remove('i1', a)
  outbox.put('i1', b, { ...draft('answer'), parentId: a })
  await outbox.flush()
  expect(sent).toEqual(['never mind'])
  expect(outbox.waiting.map(({ id, draft }) => [id, draft?.body])).toContainEqual([a, undefined])

  vi.advanceTimersByTime(UNDO_MS)
  await outbox.flush()
  expect(sent).toEqual(['never mind', 'deletion', 'answer'])
  expect(outbox.waiting).toEqual([])
})

test('a deletion that is discarded never happens, and one that is released happens at once', async () => {
  const { outbox, sent } = givenOutbox([])
  outbox.remove('i1', a)
  outbox.discard(a)
  await outbox.release()
  expect(sent).toEqual([])

  outbox.remove('i1', b)
  await outbox.release()
  expect(sent).toEqual(['deletion'])
})

test('a deletion survives the page, and takes the place of a text that is on its way', async () => {
  vi.useFakeTimers()
  const { answer, give } = givenAnswer()
  const { outbox, sent, storage } = givenOutbox([], givenStorage(), answer)
  outbox.put('i1', a, draft('never mind'))
  outbox.remove('i1', a)
  give()
  await turns()
  expect(sent).toEqual(['never mind'])

  const later = givenOutbox([], storage)
  expect(later.outbox.waiting).toMatchObject([{ id: a, draft: null }])
  vi.advanceTimersByTime(UNDO_MS)
  await later.outbox.flush()
  expect(later.sent).toEqual(['deletion'])
})

test.each(['another_member', 'not_signed_in'])(
  'who is refused as %s waits for their author, unmarked, and so does the rest',
  async (code) => {
    const away = new RequestFailed('You are signed in as somebody else here now.', code, 'x')
    const { outbox, sent, storage } = givenOutbox([away])
    outbox.put('i1', a, draft('mine'))
    await turns()
    expect(outbox.waiting).toMatchObject([{ id: a, problem: null, signedOut: code === 'not_signed_in' }])

    const later = givenOutbox([], storage)
    await later.outbox.flush()
    expect([sent, later.sent]).toEqual([['mine'], ['mine']])
    expect(later.outbox.waiting).toEqual([])
  },
)

test('who asks to send while something is on its way waits for that too', async () => {
  const { answer, give } = givenAnswer()
  const { outbox } = givenOutbox([], givenStorage(), answer)
  outbox.put('i1', a, draft('slow'))
  let isReleased = false
  const released = outbox.release().then(() => (isReleased = true))
  await turns()
  expect(isReleased).toBe(false)
  give()
  await released
  expect(outbox.waiting).toEqual([])
})

test('of an interview that is gone it says so', async () => {
  const { outbox } = givenOutbox([
    new RequestFailed('There is no such interview.', 'interview_not_found', 'x'),
    refused,
  ])
  outbox.put('i1', a, draft('gone'))
  outbox.put('i2', b, draft('refused'))
  await turns()
  expect(outbox.waiting.map(({ id, orphaned }) => [id, orphaned])).toEqual([
    [a, true],
    [b, false],
  ])
})
