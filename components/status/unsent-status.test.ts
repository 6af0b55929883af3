import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { STATUSES } from '@/lib/interviews/status'
import { readUnsentStatus } from './unsent-status'

const declined = {
  interviewId: 'i1',
  called: 'Ingrid',
  status: 'declined',
  reason: 'No nights',
  replaces: 'v0',
  before: 'shortlisted',
  writtenAt: '2026-11-26T12:00:00.000Z',
  version: 'v1',
  mayStand: ['v0'],
  isTakenBack: false,
}

test('what was kept of a status is read as it was', () => {
  const text = fc.option(fc.string(), { nil: null })
  const status = fc.constantFrom(...STATUSES)
  const kept = fc.record({
    interviewId: fc.string({ minLength: 1 }),
    called: fc.string(),
    ...{ status, reason: text, replaces: text, before: status },
    ...{ writtenAt: fc.string(), version: fc.string() },
    mayStand: fc.array(fc.string()),
    isTakenBack: fc.boolean(),
  })
  fc.assert(
    fc.property(kept, (unsent) => {
      expect(readUnsentStatus(unsent.interviewId, JSON.parse(JSON.stringify(unsent)))).toEqual(unsent)
    }),
  )
})

test('what an earlier build kept of a status is that status, with nothing where it kept nothing', () => {
  const { interviewId, called, status, reason, replaces, writtenAt, version } = declined
  const earlier = { interviewId, called, status, reason, replaces, writtenAt, version }
  const nothing = { before: 'new', mayStand: [], isTakenBack: false }
  expect(readUnsentStatus('i1', earlier)).toEqual({ ...earlier, ...nothing })
  const least = { called, status, writtenAt, version }
  expect(readUnsentStatus('i1', least)).toEqual({ ...earlier, ...nothing, reason: null, replaces: null })
})

test.each([
  ...['called', 'status', 'writtenAt', 'version'].map((name) => ({ ...declined, [name]: undefined })),
  { ...declined, status: 'maybe' },
  { ...declined, before: 'maybe' },
  { ...declined, reason: 0 },
  { ...declined, replaces: false },
  { ...declined, mayStand: ['v0', 0] },
  { ...declined, mayStand: 'v0' },
  { ...declined, isTakenBack: 'no' },
  [declined],
])('a kept status of another shape is not ours: %j', (stored) => {
  expect(readUnsentStatus('i1', stored)).toBeNull()
})

test('whatever else stands in the browser’s storage is no status and breaks nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      expect(readUnsentStatus('i1', stored)).toBeNull()
    }),
  )
})
