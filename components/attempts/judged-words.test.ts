import { expect, test } from 'vitest'
import type { VoteCounts } from '@/lib/interviews/vote'
import { judgedWords } from './judged-words'

const counts = (given: Partial<VoteCounts>): VoteCounts => ({
  ...{ strong_no_hire: 0, no_hire: 0, hire: 0, strong_hire: 0 },
  ...given,
})
const shown = (given: Partial<VoteCounts>, mine: 'hire' | null = null) =>
  judgedWords({ state: 'ready', invalid: null, votes: { is: 'shown', counts: counts(given), mine } })

test('an attempt says who has judged it, and what is hidden is not said to be nothing', () => {
  expect(shown({})).toBe('no votes')
  expect(shown({ no_hire: 1 })).toBe('1 vote')
  expect(shown({ no_hire: 1, hire: 2 }, 'hire')).toBe('you voted, 2 other votes')
  expect(shown({ hire: 1 }, 'hire')).toBe('you voted')
  const hidden = {
    state: 'ready' as const,
    invalid: null,
    votes: { is: 'hidden', until: 'my_vote', mine: null } as const,
  }
  expect(judgedWords(hidden)).toBe('others hidden until you vote')
  const by = { id: 'ben', email: 'ben@example.com', name: null }
  expect(judgedWords({ ...hidden, invalid: { cause: 'technical_failure', by } })).toBe(
    'others hidden: votes are closed',
  )
  expect(judgedWords({ ...hidden, state: 'not_taken' })).toBe('not taken')
})
