import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { READER_PROGRESS } from '../interviews/interview'
import { joinSpans } from './listening-progress'
import { ENOUGH, progressOf } from './progress'

const SPEECH = [
  { start: 10, end: 60 },
  { start: 100, end: 150 },
]
const NONE: Parameters<typeof progressOf>[1] = { spans: [], read: [] }
const upTo = (share: number) => [
  { start: 0, end: 10 + Math.min(share, 0.5) * 100 },
  ...(share > 0.5 ? [{ start: 90, end: 100 + (share - 0.5) * 100 }] : []),
]

test('nothing is new, something is begun, and nearly all that the candidate says is heard or read', () => {
  expect(progressOf(SPEECH, NONE)).toBeNull()
  expect(progressOf(SPEECH, { spans: upTo(ENOUGH - 0.01), read: [] })).toBe('begun')
  expect(progressOf(SPEECH, { spans: upTo(ENOUGH), read: [] })).toBe('heard')
  expect(progressOf(SPEECH, { spans: [], read: upTo(ENOUGH) })).toBe('read')
})

test('what was heard in part and read for the rest is read, and what was read is never heard', () => {
  const [first, rest] = [[{ start: 0, end: 60 }], [{ start: 100, end: 150 }]]
  expect(progressOf(SPEECH, { spans: first, read: rest })).toBe('read')
  expect(progressOf(SPEECH, { spans: first, read: first })).toBe('begun')
  expect(progressOf(SPEECH, { spans: [], read: [{ start: 0, end: 1_000 }] })).toBe('read')
})

test('what the agent says alone, and what nothing is known of, is begun and no more', () => {
  expect(progressOf(SPEECH, { spans: [{ start: 60, end: 100 }], read: [] })).toBe('begun')
  expect(progressOf([], { spans: [{ start: 0, end: 1_000 }], read: [] })).toBe('begun')
})

const spans = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 80 })), { maxLength: 6 })
  .map((some) => joinSpans(some.map(([start, length]) => ({ start, end: start + length }))))

const rank = (kept: typeof NONE) => READER_PROGRESS.indexOf(progressOf(SPEECH, kept) ?? 'new')

test('more is never less: whoever hears or reads on is as far as before, or further', () => {
  fc.assert(
    fc.property(spans, spans, spans, (heard, read, more) => {
      const before = rank({ spans: heard, read })
      expect(rank({ spans: heard, read: joinSpans([...read, ...more]) })).toBeGreaterThanOrEqual(before)
      expect(rank({ spans: joinSpans([...heard, ...more]), read })).toBeGreaterThanOrEqual(before)
    }),
  )
})
