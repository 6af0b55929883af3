import { expect, test } from 'vitest'
import type { Freshness } from '@/lib/mirror/freshness'
import { clockTime } from '../exact-time'
import { freshnessSentence } from './freshness-sentence'

const now = '2026-11-23T12:00:00.000Z'
const current = {
  now,
  asOf: '2026-11-23T11:59:50.000Z',
  seenSoFar: null,
  failure: null,
  stale: false,
  coverage: null,
  trouble: null,
}
const online = { is: 'online' as const }
const told = (freshness: Freshness) =>
  freshnessSentence(freshness, { connectivity: online, unsent: 'nothing', isAwaiting: false })
const failure = { at: now, message: 'Ribbon is not answering.' }

test('current data says so in a word, older data says its age', () => {
  expect(told(current)).toBe('Up to date')
  expect(told({ ...current, asOf: '2026-11-23T11:57:00.000Z' })).toBe('Updated 3 min ago')
})

test('a failure is told with the age of what is shown, and without one before there is anything', () => {
  expect(told({ ...current, failure, stale: true })).toBe('As of just now. Ribbon is not answering.')
  expect(told({ ...current, asOf: null, failure, stale: true })).toBe('Ribbon is not answering.')
  expect(told({ ...current, asOf: null })).toBe('Reading interviews from Ribbon…')
  expect(told({ ...current, asOf: null, seenSoFar: 1240 })).toBe('Reading interviews from Ribbon: 1,240 so far…')
})

test('data that nobody renewed is told as such', () => {
  const old = { ...current, asOf: '2026-11-23T09:00:00.000Z', stale: true }
  expect(told(old)).toBe('As of 3 h ago. Ribbon was not asked since.')
})

const HEALTHS: Record<string, Freshness> = {
  current,
  older: { ...current, asOf: '2026-11-23T11:57:00.000Z' },
  failing: { ...current, failure, stale: true },
  overdue: { ...current, stale: true },
  beginning: { ...current, asOf: null },
}

test('nothing says that all is well beside an outage or beside what is not sent', () => {
  const unwell = (['offline', 'silent', 'out'] as const).map((is) => ({ is, since: now }))
  for (const freshness of Object.values(HEALTHS)) {
    for (const connectivity of [online, ...unwell]) {
      for (const unsent of ['nothing', 'counted', 'more'] as const) {
        for (const isAwaiting of [false, true]) {
          const sentence = freshnessSentence(freshness, { connectivity, unsent, isAwaiting }) ?? ''
          const isWell = connectivity.is === 'online' && unsent === 'nothing' && !isAwaiting
          if (!isWell) expect(sentence).not.toMatch(/Up to date|Updated/)
        }
      }
    }
  }
})

test('whoever has no network is told since when, and a server that does not answer is told apart from that', () => {
  const sentences = (['offline', 'silent', 'out'] as const).map((is) =>
    freshnessSentence(current, { connectivity: { is, since: now }, unsent: 'counted', isAwaiting: false }),
  )
  expect(sentences).toEqual([
    `Offline since ${clockTime(now)}`,
    `Debrief has not answered since ${clockTime(now)}`,
    `Debrief has been waiting for its database since ${clockTime(now)}`,
  ])
})
