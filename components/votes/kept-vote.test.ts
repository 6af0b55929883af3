import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VOTES } from '@/lib/interviews/vote'
import { isSameWish, readWrittenVote } from './kept-vote'

const hire = { vote: 'hire', reason: 'Owned the accident' } as const
const written = {
  interviewId: 'i1',
  wish: hire,
  replaces: '2026-11-25T12:00:00.000Z',
  sent: [hire, null],
  writtenAt: '2026-11-26T12:00:00.000Z',
  version: 'v1',
}

test('what was kept of a vote is read as it was', () => {
  const wish = fc.option(
    fc.record({ vote: fc.constantFrom(...VOTES), reason: fc.option(fc.string(), { nil: null }) }),
    { nil: null },
  )
  const kept = fc.record({
    interviewId: fc.string({ minLength: 1 }),
    wish,
    replaces: fc.option(fc.string(), { nil: null }),
    restores: fc.option(fc.string(), { nil: undefined }),
    sent: fc.array(wish),
    writtenAt: fc.string(),
    version: fc.string(),
  })
  fc.assert(
    fc.property(kept, (vote) => {
      expect(readWrittenVote(vote.interviewId, JSON.parse(JSON.stringify(vote)))).toEqual(vote)
    }),
  )
})

test.each([
  ...['wish', 'writtenAt', 'version'].map((name) => ({ ...written, [name]: undefined })),
  { ...written, wish: { ...hire, vote: 'maybe' } },
  { ...written, wish: { ...hire, reason: 0 } },
  { ...written, replaces: 0 },
  { ...written, sent: [hire, 'hire'] },
  { ...written, sent: true },
  [written],
])('a kept vote of another shape is not ours: %j', (stored) => {
  expect(readWrittenVote('i1', stored)).toBeNull()
})

test('what an earlier build kept of a vote is that vote, with nothing where it kept nothing', () => {
  const { replaces: _, sent: __, ...earlier } = written
  const read = { ...written, replaces: null, sent: [] }
  expect(readWrittenVote('i1', { ...earlier, mayStand: true })).toEqual(read)
  expect(readWrittenVote('i1', { ...earlier, wish: { vote: 'hire' } })).toEqual({
    ...read,
    wish: { vote: 'hire', reason: null },
  })
})

test('whatever else stands in the browser’s storage is no vote and breaks nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      expect(readWrittenVote('i1', stored)).toBeNull()
    }),
  )
})

test('a wish is another one by its vote or its reason, and none is a wish too', () => {
  expect(isSameWish(hire, { ...hire })).toBe(true)
  expect(isSameWish(null, null)).toBe(true)
  for (const other of [null, { ...hire, reason: null }, { ...hire, vote: 'no_hire' as const }]) {
    expect(isSameWish(hire, other)).toBe(false)
    expect(isSameWish(other, hire)).toBe(false)
  }
})
