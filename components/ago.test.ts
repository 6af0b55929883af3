import { expect, test } from 'vitest'
import { ago, agoWords } from './ago'

const NOW = Date.parse('2026-11-23T12:00:00Z')

test('an age is told in its largest unit, and one that lies ahead is now', () => {
  expect(ago('2026-11-23T11:59:30Z', NOW)).toBe('now')
  expect(ago('2026-11-23T11:55:00Z', NOW)).toBe('5 min')
  expect(ago('2026-11-23T09:30:00Z', NOW)).toBe('2 h')
  expect(ago('2026-11-20T09:30:00Z', NOW)).toBe('3 d')
  expect(ago('2027-11-20T09:30:00Z', NOW)).toBe('now')
})

const inWords = (locale: string) => ['2026-11-23T11:59:30Z', '2026-11-23T09:30:00Z'].map((at) => ago(at, NOW, locale))

test('by itself an age is told in the reader’s language', () => {
  expect(inWords('de-AT')).toEqual(['jetzt', '2 Std.'])
  expect(inWords('en-GB')).toEqual(['now', '2 h'])
  expect(inWords('ja')).toEqual(['今', '2 時間'])
})

test('in a sentence an age is told in English, and says that it is past', () => {
  expect(agoWords('2026-11-23T11:59:30Z', NOW)).toBe('just now')
  expect(agoWords('2026-11-23T11:55:00Z', NOW)).toBe('5 min ago')
})
