import { expect, test } from 'vitest'
import type { FailureCode } from '../errors'
import { troubleOf } from './trouble'

const well = { code: null, isOverdue: false, unreadable: 0, coverage: null, mayKnow: true }
const CODES: FailureCode[] = [
  ...(['ribbon_unauthorized', 'ribbon_forbidden', 'ribbon_unreachable', 'ribbon_rate_limited'] as const),
  ...(['ribbon_rejected', 'ribbon_unreadable', 'database_full', 'database_unavailable', 'unexpected'] as const),
]

test('where nothing is wrong nobody is told of trouble', () => {
  expect(troubleOf(well)).toBeNull()
  expect(troubleOf({ ...well, mayKnow: false })).toBeNull()
})

test('an admin is told the cause of each failure and a way out, each under a key of its own', () => {
  const told = [
    ...CODES.map((code) => troubleOf({ ...well, code })),
    troubleOf({ ...well, isOverdue: true }),
    troubleOf({ ...well, unreadable: 3 }),
  ]
  for (const trouble of told) {
    expect(trouble).toMatchObject({
      tone: 'warning',
      cause: expect.stringMatching(/\.$/),
      wayOut: expect.stringMatching(/\.$/),
    })
  }
  expect(new Set(told.map((trouble) => trouble?.key)).size).toBe(told.length)
  expect(troubleOf({ ...well, code: 'ribbon_unauthorized' })).toMatchObject({
    cause: 'Ribbon does not accept the API key.',
    wayOut: expect.stringContaining('RIBBON_API_KEY'),
  })
})

test('others are told that nothing arrives and no more, whatever the reason, and nothing of what only an admin can mend', () => {
  const told = CODES.map((code) => troubleOf({ ...well, code, mayKnow: false }))
  const overdue = troubleOf({ ...well, isOverdue: true, mayKnow: false })
  expect(new Set([...told, overdue].map((trouble) => JSON.stringify(trouble))).size).toBe(1)
  expect(JSON.stringify(overdue)).not.toMatch(/API|Ribbon|database|disk/i)
  expect(troubleOf({ ...well, unreadable: 3, mayKnow: false })).toBeNull()
})

test('everybody is told that a search does not look through everything yet, unless nothing arrives at all', () => {
  const coverage = { searchable: 1200, of: 5000 }
  for (const mayKnow of [true, false])
    expect(troubleOf({ ...well, coverage, unreadable: 3, mayKnow })).toMatchObject({
      tone: 'information',
      cause: '1,200 of 5,000 interviews can be searched so far.',
      wayOut: expect.stringMatching(/\.$/),
    })
  expect(troubleOf({ ...well, coverage, code: 'ribbon_unreachable' })?.key).toBe('ribbon_unreachable')
})
