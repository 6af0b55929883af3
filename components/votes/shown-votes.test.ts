import { expect, test } from 'vitest'
import type { CastVote, Votes } from '@/lib/votes/vote'
import { revelationOf, shownVotes } from './shown-votes'
import type { UnsentVote } from './vote-outbox'

const castBy = (id: string, vote: CastVote['vote']): CastVote => ({
  ...{ member: { id, email: `${id}@example.com`, name: null }, vote, reason: null },
  ...{ cast: 'blind', castAt: '2026-11-26T12:00:00.000Z' },
})
const [mine, hers] = [castBy('me', 'hire'), castBy('ada', 'no_hire')]
const hidden: Votes = { mine: null, others: { is: 'hidden', until: 'my_vote' } }
const unsent = (wish: UnsentVote['wish']): UnsentVote => ({
  ...{ interviewId: 'i1', wish, replaces: null, sent: [], version: 'v1', writtenAt: '2026-11-26T13:00:00.000Z' },
  ...{ conflict: null, problem: null, orphaned: false, signedOut: false },
})

test('what is on its way stands in place of what the server has, which has not said yet what was known by then', () => {
  const wish = { vote: 'strong_hire', reason: 'Owned it' } as const
  expect(shownVotes({ mine, all: [hers, mine] }, unsent(wish))).toMatchObject({
    mine: { ...wish, cast: null, castAt: '2026-11-26T13:00:00.000Z' },
    others: [hers],
  })
  expect(shownVotes({ mine, all: [hers, mine] }, unsent(null)).mine).toBeNull()
  expect(shownVotes({ mine, all: [hers, mine] }, null)).toEqual({ mine, others: [hers], unsent: null })
})

test('what is hidden stays so until the server shows it, whatever is on its way', () => {
  expect(shownVotes(hidden, unsent({ vote: 'hire', reason: null })).others).toBeNull()
  expect(shownVotes({ mine: null, all: [] }, null).others).toEqual([])
})

test('a page is drawn again for a first vote, a withdrawn one, and what is shown from now on, and not for another word', () => {
  const drawn = [hidden, { mine: null, all: [] }, { mine, all: [mine] }] satisfies Votes[]
  expect(new Set(drawn.map(revelationOf)).size).toBe(3)
  expect(revelationOf({ mine: { ...mine, vote: 'no_hire' }, all: [hers, mine] })).toBe(
    revelationOf({ mine, all: [mine] }),
  )
})
