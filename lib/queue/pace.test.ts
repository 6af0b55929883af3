import { expect, test } from 'vitest'
import { paceOf } from './pace'

const judged = (seconds: number, talk = 10) => ({ talk, spans: [{ start: 0, end: seconds }], read: [] })

test('below three votes nothing is known of a pace', () => {
  expect(paceOf([])).toBeNull()
  expect(paceOf([judged(5), judged(5)])).toBeNull()
})

test('a pace is the median, so that one long break or one skipped interview changes it little', () => {
  expect(paceOf([judged(20), judged(15), judged(900)])).toBe(2)
  expect(paceOf([judged(20), judged(10), judged(5), judged(900)])).toBe(1.5)
})

test('what was heard and read at once took its time once, and so did what was heard twice', () => {
  const both = {
    talk: 10,
    spans: [
      { start: 0, end: 6 },
      { start: 4, end: 8 },
    ],
    read: [{ start: 2, end: 10 }],
  }
  expect(paceOf([both, both, both])).toBe(1)
})

test('a vote without listening says nothing of a pace', () => {
  const unheard = { talk: 10, spans: [], read: [] }
  expect(paceOf([unheard, unheard, judged(10)])).toBeNull()
  expect(paceOf([unheard, unheard, unheard, unheard, judged(10), judged(20), judged(30)])).toBe(2)
})
