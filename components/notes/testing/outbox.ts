import { expect } from 'vitest'
import type { Note, NoteDraft } from '@/lib/notes/note'
import { RequestFailed } from '../../fetch-json'
import { Kept } from '../../kept'
import { memoryStorage } from '../../testing/memory-storage'
import { Outbox, type Unsent } from '../outbox'

export const draft = (body: string): NoteDraft => ({ parentId: null, body, at: null, quote: null })
export const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]
export const offline = new RequestFailed('Debrief is not answering.', 'offline', null)
export const broken = new RequestFailed('Something went wrong on our side.', 'unexpected', 'x')
export const refused = new RequestFailed('Only its author can change a note.', 'note_not_yours', 'x')

export function givenOutbox(answers: (Error | null)[], storage = givenStorage(), first = Promise.resolve()) {
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

export function givenStorage(room?: number): () => Storage {
  const storage = memoryStorage(new Map(), room)
  return () => storage
}

export function givenAnswer() {
  let give: (() => void) | undefined
  const answer = new Promise<void>((resolve) => (give = resolve))
  return { answer, give: () => give?.() }
}

export async function turns() {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}

export async function until(holds: () => boolean) {
  for (let turns = 0; turns < 100 && !holds(); turns++) await Promise.resolve()
  expect(holds()).toBe(true)
}
