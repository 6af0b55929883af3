import { expect, test } from 'vitest'
import type { CastVote } from '@/lib/votes/vote'
import { conflictWords } from './conflict-words'
import type { Wish } from './kept-vote'
import { wish } from './testing/vote-server'

const cast = (reason: string | null): CastVote => ({
  ...{ member: { id: 'me', email: 'me@example.com', name: null }, vote: 'hire', reason },
  ...{ cast: 'blind', castAt: '2026-11-26T12:00:00.000Z' },
})
const asked = (here: Wish, there: CastVote | null) => Object.values(conflictWords(here, there, 'just now'))

test('of two votes it is asked which is to stand', () => {
  const keepsStrongHire = ['Changed elsewhere just now: Hire. Keep Strong hire?', 'Keep Strong hire', 'Leave Hire']
  expect(asked(wish('strong_hire'), cast(null))).toEqual(keepsStrongHire)
  expect(asked(wish('hire'), null)).toEqual(['Withdrawn elsewhere. Keep Hire?', 'Keep Hire', 'Leave it withdrawn'])
  expect(asked(null, cast(null))).toEqual(['Changed elsewhere just now: Hire. Withdraw it?', 'Withdraw', 'Leave Hire'])
})

test('of one vote with two reasons it is asked for which', () => {
  expect(asked(wish('hire', 'Calm'), cast('Owned it'))).toEqual([
    'Another reason was given elsewhere just now: “Owned it”. Keep “Calm”?',
    'Keep this reason',
    'Leave that one',
  ])
})
