import { expect, test } from 'vitest'
import { freshnessOf } from './freshness'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const clock = { now: NOW, intervalSeconds: 60 }
const admin = { mayKnow: true, unreadable: 0, coverage: null }
const success = {
  claimedUntil: null,
  runAt: '2026-11-23 12:00:00+00',
  lastSuccessAt: '2026-11-23 11:59:00+00',
  endedAt: '2026-11-23 11:59:00+00',
  lastFailureCode: null,
  seen: 40,
}

test('before the first pull there is no age, and nothing is stale', () => {
  expect(freshnessOf(null, clock, admin)).toMatchObject({ asOf: null, failure: null, stale: false })
})

test('while everything is read for the first time it says how much has been read', () => {
  expect(freshnessOf({ ...success, lastSuccessAt: null }, clock, admin).seenSoFar).toBe(40)
  expect(freshnessOf(success, clock, admin).seenSoFar).toBeNull()
  const another = { ...admin, mayKnow: false }
  expect(
    freshnessOf({ ...success, lastSuccessAt: null }, clock, another).seenSoFar,
    'of how many they may not know',
  ).toBeNull()
})

test('after a failure the data is stale, with its age and the reason in words', () => {
  const failed = { ...success, endedAt: '2026-11-23 11:59:30+00', lastFailureCode: 'ribbon_unreachable' }
  expect(freshnessOf(failed, clock, admin)).toMatchObject({
    asOf: '2026-11-23T11:59:00.000Z',
    failure: { at: '2026-11-23T11:59:30.000Z', message: 'Ribbon is not answering.' },
    stale: true,
  })
})

test('a pull that is long overdue is stale without a failure', () => {
  expect(freshnessOf(success, clock, admin).stale).toBe(false)
  const overdue = { ...success, runAt: '2026-11-23 11:56:00+00' }
  expect(freshnessOf(overdue, clock, admin).stale).toBe(true)
  expect(
    freshnessOf({ ...overdue, claimedUntil: '2026-11-23 12:00:10+00' }, clock, admin).stale,
    'it is under way',
  ).toBe(false)
})

test('a long pause that was meant to be is not stale', () => {
  expect(freshnessOf({ ...success, lastSuccessAt: '2026-11-23 10:00:00+00' }, clock, admin).stale).toBe(false)
})

test('whoever may not know how the connection is, is told that nothing arrives and not why', () => {
  const failed = { ...success, endedAt: '2026-11-23 11:59:30+00', lastFailureCode: 'ribbon_unauthorized' }
  const told = freshnessOf(failed, clock, { ...admin, mayKnow: false })
  expect(told).toMatchObject({ stale: true, failure: { message: 'New interviews are not arriving.' } })
  expect(JSON.stringify(told)).not.toMatch(/API/)
})
