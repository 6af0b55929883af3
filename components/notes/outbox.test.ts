import { afterEach, expect, test, vi } from 'vitest'
import type { Note, NoteDraft } from '@/lib/notes/note'
import { RequestFailed } from '../fetch-json'
import { Kept } from '../kept'
import { Outbox, UNDO_MS, type Unsent } from './outbox'

const draft = (body: string): NoteDraft => ({ parentId: null, body, at: null, quote: null })
const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]
const offline = new RequestFailed('Debrief is not answering.', 'offline', null)
const broken = new RequestFailed('Something went wrong on our side.', 'unexpected', 'x')
const refused = new RequestFailed('Only its author can change a note.', 'note_not_yours', 'x')

function givenOutbox(answers: (Error | null)[], storage = givenStorage(), first = Promise.resolve()) {
  const sent: string[] = []
  const arrived: string[] = []
  const send = async ({ id, draft }: Unsent) => {
    sent.push(draft?.body ?? 'deletion')
    if (sent.length === 1) await first
    const failure = answers.shift()
    if (failure) throw failure
    return draft && ({ id, body: draft.body } as Note)
  }
  const onSent = ({ interviewId, id }: Unsent) => void arrived.push(`${interviewId} ${id}`)
  return { sent, arrived, storage, outbox: new Outbox({ key: 'k', kept: new Kept(storage), send, onSent }) }
}

function givenStorage(room = Infinity): () => Storage {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (kept.size >= room) throw new Error('There is no room.')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  } as unknown as Storage
  return () => storage
}

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

test('it survives the page', async () => {
  const { outbox, storage } = givenOutbox([offline])
  outbox.put('i1', a, draft('kept'))
  await outbox.flush()

  const later = givenOutbox([null], storage)
  expect(later.outbox.waiting).toMatchObject([{ id: a, draft: { body: 'kept' } }])
  await later.outbox.flush()
  expect(givenOutbox([], storage).outbox.waiting).toEqual([])
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

test('what cannot be read in the storage is left out', () => {
  const storage = givenStorage()
  storage().setItem(`k /api/interviews/i1/notes ${a}`, '{"id":1}')
  storage().setItem(`k /api/interviews/i1/notes ${b}`, '{')
  expect(givenOutbox([], storage).outbox.waiting).toEqual([])
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
  expect(outbox.waiting.map(({ id, homeless }) => [id, homeless])).toEqual([
    [a, true],
    [b, false],
  ])
})

function blocked(): never {
  throw new Error('The browser blocks its storage.')
}

function givenAnswer() {
  let give: (() => void) | undefined
  const answer = new Promise<void>((resolve) => (give = resolve))
  return { answer, give: () => give?.() }
}

async function turns() {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}

async function until(holds: () => boolean) {
  for (let turns = 0; turns < 100 && !holds(); turns++) await Promise.resolve()
  expect(holds()).toBe(true)
}
