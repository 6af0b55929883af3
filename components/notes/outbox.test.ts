import { expect, test } from 'vitest'
import type { Note, NoteDraft } from '@/lib/notes/note'
import { RequestFailed } from '../fetch-json'
import { Outbox, type Unsent } from './outbox'

const draft = (body: string): NoteDraft => ({ parentId: null, body, at: null, quote: null })
const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]
const offline = new RequestFailed('Debrief is not answering.', 'offline', null)
const refused = new RequestFailed('Only its author can change a note.', 'note_not_yours', 'x')

function givenOutbox(answers: (Error | null)[], storage = givenStorage()) {
  const sent: string[] = []
  const send = async ({ id, draft: { body } }: Unsent) => {
    sent.push(body)
    const failure = answers.shift()
    if (failure) throw failure
    return { id, body } as Note
  }
  return { sent, storage, outbox: new Outbox({ key: 'k', storage, send, onSent: () => {} }) }
}

function givenStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage
}

test('what nobody answers is kept and sent later, in its order', async () => {
  const { outbox, sent } = givenOutbox([offline])
  outbox.put(a, draft('first'))
  await outbox.flush()
  outbox.put(b, draft('second'))
  await outbox.flush()
  await outbox.flush()
  expect(sent).toEqual(['first', 'first', 'second'])
  expect(outbox.waiting).toEqual([])
})

test('it survives the page', async () => {
  const { outbox, storage } = givenOutbox([offline])
  outbox.put(a, draft('kept'))
  await outbox.flush()

  const later = givenOutbox([null], storage)
  expect(later.outbox.waiting).toMatchObject([{ id: a, draft: { body: 'kept' } }])
  await later.outbox.flush()
  expect(givenOutbox([], storage).outbox.waiting).toEqual([])
})

test('what is refused says why, waits for its author, and holds up nobody', async () => {
  const { outbox, sent } = givenOutbox([refused, null, null])
  outbox.put(a, draft('refused'))
  outbox.put(b, draft('fine'))
  await outbox.flush()
  await until(() => outbox.waiting.length === 1)
  expect(outbox.waiting).toMatchObject([{ id: a, problem: refused.message }])

  outbox.retry(a)
  await until(() => outbox.waiting.length === 0)
  expect(sent).toEqual(['refused', 'fine', 'refused'])
})

test('a newer text is sent even when the older one is on its way', async () => {
  const { outbox, sent } = givenOutbox([])
  outbox.put(a, draft('old'))
  outbox.put(a, draft('new'))
  await until(() => outbox.waiting.length === 0)
  expect(sent).toEqual(['old', 'new'])
})

test('what cannot be read in the storage is left out', () => {
  const storage = givenStorage()
  storage.setItem('k', '[{"id":1}]')
  expect(givenOutbox([], storage).outbox.waiting).toEqual([])
  storage.setItem('k', '{')
  expect(givenOutbox([], storage).outbox.waiting).toEqual([])
})

async function until(holds: () => boolean) {
  for (let turns = 0; turns < 100 && !holds(); turns++) await Promise.resolve()
  expect(holds()).toBe(true)
}
