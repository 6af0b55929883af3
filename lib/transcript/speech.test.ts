import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BREATH_SECONDS, commonSpans, speechSeconds, speechSpans } from './speech'

test('words a breath apart are one span, words further apart are two', () => {
  const spans = speechSpans([
    { start: 0, end: 1 },
    { start: 1.5, end: 2 },
    { start: 2.9, end: 3 },
  ])
  expect(spans).toEqual([
    { start: 0, end: 2 },
    { start: 2.9, end: 3 },
  ])
})

test('overlapping and nested words count once, in whatever order they come', () => {
  const words = [
    { start: 5, end: 6 },
    { start: 0, end: 4 },
    { start: 1, end: 2 },
    { start: 3, end: 4.5 },
  ]
  expect(speechSpans(words)).toEqual([{ start: 0, end: 6 }])
  expect(speechSeconds(words)).toBe(6)
})

test('nobody who says nothing speaks', () => {
  expect(speechSpans([])).toEqual([])
  expect(speechSeconds([])).toBe(0)
})

test('the words are left as they were', () => {
  const words = [
    { start: 2, end: 3 },
    { start: 0, end: 2.5 },
  ]
  speechSpans(words)
  expect(words[1]).toEqual({ start: 0, end: 2.5 })
})

const word = fc
  .record({ start: fc.integer({ min: 0, max: 600 }), length: fc.integer({ min: 0, max: 50 }) })
  .map(({ start, length }) => ({ start: start / 10, end: (start + length) / 10 }))

test('spans are sorted, a breath apart, and cover exactly the words', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const spans = speechSpans(words)
      spans.slice(1).forEach((span, index) => {
        expect(span.start - (spans[index]?.end ?? Infinity)).toBeGreaterThanOrEqual(BREATH_SECONDS)
      })
      for (const { start, end } of words) {
        expect(spans.some((span) => span.start <= start && end <= span.end)).toBe(true)
      }
      for (const span of spans) {
        expect(words.some(({ start }) => start === span.start)).toBe(true)
        expect(words.some(({ end }) => end === span.end)).toBe(true)
      }
    }),
  )
})

test('what two sets of spans have in common is in both of them, in its order', () => {
  const some = [
    { start: 0, end: 4 },
    { start: 6, end: 10 },
  ]
  const others = [
    { start: 1, end: 2 },
    { start: 3, end: 7 },
    { start: 10, end: 12 },
  ]
  expect(commonSpans(some, others)).toEqual([
    { start: 1, end: 2 },
    { start: 3, end: 4 },
    { start: 6, end: 7 },
  ])
})

test('what is common is what a look at every pair finds', () => {
  const spans = fc.array(word, { maxLength: 40 }).map((words) => speechSpans(words, 0))
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const pairs = some.flatMap((one) =>
        others.map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })),
      )
      expect(commonSpans(some, others)).toEqual(pairs.filter(({ start, end }) => end > start))
    }),
  )
})
