import { expect, test } from 'vitest'
import { freshnessSentence } from './freshness-sentence'

const now = '2026-11-23T12:00:00.000Z'
const current = { now, asOf: '2026-11-23T11:59:50.000Z', seenSoFar: null, failure: null, stale: false }
const failure = { at: now, message: 'Ribbon is not answering.' }

test('current data says so in a word, older data says its age', () => {
  expect(freshnessSentence(current)).toBe('Up to date')
  expect(freshnessSentence({ ...current, asOf: '2026-11-23T11:57:00.000Z' })).toBe('Updated 3 min ago')
})

test('a failure is told with the age of what is shown, and without one before there is anything', () => {
  expect(freshnessSentence({ ...current, failure, stale: true })).toBe('As of just now. Ribbon is not answering.')
  expect(freshnessSentence({ ...current, asOf: null, failure, stale: true })).toBe('Ribbon is not answering.')
  expect(freshnessSentence({ ...current, asOf: null })).toBe('Reading interviews from Ribbon…')
  expect(freshnessSentence({ ...current, asOf: null, seenSoFar: 1240 })).toBe(
    'Reading interviews from Ribbon: 1,240 so far…',
  )
})

test('data that nobody renewed is told as such', () => {
  const old = { ...current, asOf: '2026-11-23T09:00:00.000Z', stale: true }
  expect(freshnessSentence(old)).toBe('As of 3 h ago. Ribbon was not asked since.')
})
