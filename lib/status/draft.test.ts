import { expect, test } from 'vitest'
import { declineReasonsDraft, statusDraft, statusesDraft } from './draft'

test.each([
  [{ status: 'declined' }, 'Say why'],
  [{ status: 'declined', reason: ' \n' }, 'Say why'],
  [{ status: 'declined', reason: null }, 'Say why'],
  [{ status: 'rejected' }, ''],
  [{ status: 'on_hold', reason: 'a'.repeat(1_001) }, 'at most 1,000'],
])('%j is refused with a sentence', (draft, sentence) => {
  for (const read of [statusDraft.safeParse(draft), statusesDraft.safeParse({ ...draft, interviews: [{ id: 'one' }] })])
    expect(read.error?.issues[0]?.message).toContain(sentence)
})

const some = (count: number) =>
  Array.from({ length: count }, () => ({ id: crypto.randomUUID(), replaces: crypto.randomUUID() }))
const read = (count: number) => statusesDraft.safeParse({ status: 'new', interviews: some(count) })

test('one request changes between one and five hundred interviews', () => {
  expect([1, 500].map((count) => read(count).success)).toEqual([true, true])
  expect([0, 501].map((count) => read(count).success)).toEqual([false, false])
})

test.each([
  [[''], 'has something in it'],
  [['a\nb'], 'on one line'],
  [['a'.repeat(101)], 'at most 100'],
  [Array.from({ length: 31 }, String), 'at most 30'],
])('of the reasons %j it is said what is wrong', (reasons, sentence) => {
  expect(declineReasonsDraft.safeParse({ reasons }).error?.issues[0]?.message).toContain(sentence)
})

test('the same reason twice is one', () => {
  expect(declineReasonsDraft.parse({ reasons: ['No nights', ' No nights '] })).toEqual({ reasons: ['No nights'] })
})
