import { expect, test } from 'vitest'
import { RequestFailed } from '../fetch-json'
import { ShownOutbox } from './shown-outbox'

/** A server that answers as it is told to. */
function givenOutbox() {
  const sent: string[] = []
  const answer = { now: async () => {} }
  const outbox = new ShownOutbox(async (interviewId) => {
    await answer.now()
    sent.push(interviewId)
  })
  return { outbox, sent, answer }
}

const failing = (code: string) => async () => Promise.reject(new RequestFailed('No.', code, null))

test('who was shown while nobody answers is told once somebody does, each once, the last one last', async () => {
  const { outbox, sent, answer } = givenOutbox()
  const answers = answer.now
  answer.now = failing('offline')
  for (const id of ['one', 'two', 'one']) outbox.put(id, true)
  await outbox.flush()
  expect(sent).toEqual([])

  answer.now = answers
  await outbox.flush()
  await outbox.flush()
  expect(sent).toEqual(['two', 'one'])
})

test.each([
  ['one whom the server has no more keeps nobody from being told', 'interview_not_found', ['other']],
  ['what fails on the server is tried again later', 'unexpected', ['one', 'other']],
])('%s', async (_, code, told) => {
  const { outbox, sent, answer } = givenOutbox()
  const answers = answer.now
  answer.now = failing(code)
  outbox.put('one', true)
  await outbox.flush()
  answer.now = answers
  outbox.put('other', true)
  await outbox.flush()
  expect(sent).toEqual(told)
})
