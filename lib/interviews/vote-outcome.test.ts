import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VOTES, type Vote, type VoteCounts } from './vote'
import { votesComeTo } from './vote-outcome'

const isFor = (vote: Vote) => vote === 'hire' || vote === 'strong_hire'
const none: VoteCounts = { strong_no_hire: 0, no_hire: 0, hire: 0, strong_hire: 0 }

test('votes are split where somebody would hire and somebody would not, however many on each side', () => {
  const some = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(fc.constantFrom(...VOTES), fc.constantFrom(...VOTES), some, some, (one, other, ones, others) => {
      const expected = isFor(one) === isFor(other) ? (isFor(one) ? 'for' : 'against') : 'split'
      expect(votesComeTo({ ...none, [one]: ones, [other]: others })).toBe(expected)
    }),
  )
  expect(votesComeTo(none)).toBe('none')
})
