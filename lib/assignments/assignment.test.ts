import { expect, test } from 'vitest'
import { assigning, MOST_PAIRS, withdrawing } from './assignment'

const handedOut = (interviews: number, chosen: number) => ({
  interviewIds: Array.from({ length: interviews }, (_, index) => String(index)),
  memberIds: Array.from({ length: chosen }, () => crypto.randomUUID()),
  dueOn: null,
})

test('what is assigned at once can be taken back at once, and more is refused with what to change', () => {
  expect(assigning.safeParse(handedOut(500, 40)).success).toBe(true)
  const { error } = assigning.safeParse(handedOut(500, 41))
  expect(error?.issues[0]?.message).toContain('20,000')
  const taken = { assignmentIds: Array.from({ length: MOST_PAIRS }, () => crypto.randomUUID()) }
  expect(withdrawing.safeParse(taken).success).toBe(true)
})
