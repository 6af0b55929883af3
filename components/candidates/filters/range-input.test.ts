import { expect, test } from 'vitest'
import { EVERYTHING } from '@/lib/interviews/list/filter'
import { describeFilter } from './range-filters'
import { readTexts, textsOf } from './range-input'

test('two fields make a range, and either may stay empty', () => {
  expect(readTexts('score', { from: '3', to: '4.5' })).toEqual({ range: { from: 3, to: 4.5 } })
  expect(readTexts('fluency', { from: ' 3,5 ', to: '' })).toEqual({ range: { from: 3.5, to: null } })
  expect(readTexts('talk', { from: '', to: '5:30' })).toEqual({ range: { from: null, to: 330 } })
  expect(readTexts('duration', { from: '5', to: '1:00:00' })).toEqual({ range: { from: 300, to: 3600 } })
  expect(readTexts('seen', { from: '2026-01-31', to: '' })).toEqual({ range: { from: '2026-01-31', to: null } })
  expect(readTexts('score', { from: '', to: ' ' })).toEqual({ range: null })
})

test.each([
  ['score', '4', '3', 'Scores go from 0 to 5'],
  ['score', 'good', '', 'Scores go from 0 to 5'],
  ['talk', '5:99', '', 'Write minutes and seconds'],
  ['talk', '9:00', '5:00', 'Write minutes and seconds'],
  ['seen', '2026-02-01', '2026-01-31', 'The earlier day comes first'],
] as const)('a mistake in %s from %j to %j is told in a sentence', (name, from, to, sentence) => {
  expect(readTexts(name, { from, to })).toEqual({ mistake: expect.stringContaining(sentence) })
})

test('the fields show what is set as it would be typed', () => {
  const filter = { ...EVERYTHING, talk: { from: 330, to: null }, seen: { from: null, to: '2026-01-31' } }
  expect(textsOf('talk', filter)).toEqual({ from: '5:30', to: '' })
  expect(textsOf('seen', filter)).toEqual({ from: '', to: '2026-01-31' })
  expect(textsOf('score', filter)).toEqual({ from: '', to: '' })
})

test.each([
  [{ score: { from: 3, to: 4.5 } }, 'score', 'Score 3 – 4.5'],
  [{ grammar: { from: 4, to: null } }, 'grammar', 'Grammar ≥ 4'],
  [{ duration: { from: null, to: 600 } }, 'duration', 'Length ≤ 10:00'],
  [{ seen: { from: '2026-01-31', to: null } }, 'seen', 'Arrived since 2026-01-31'],
  [{ seen: { from: '2026-01-31', to: '2026-01-31' } }, 'seen', 'Arrived 2026-01-31'],
  [{ video: true }, 'video', 'With video'],
  [{ recording: true }, 'recording', 'Recording plays'],
  [{ recording: false }, 'recording', 'No recording'],
  [{}, 'video', null],
] as const)('%j is told as %s: %s', (set, name, words) => {
  expect(describeFilter(name, { ...EVERYTHING, ...set }, String)).toBe(words)
})
