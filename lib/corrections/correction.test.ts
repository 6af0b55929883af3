import { array, assert, boolean, constantFrom, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { Segment } from '../transcript/transcript'
import { correctionDraft, type Correction, type CorrectionDraft } from './correction'
import { fittingCorrections, originalOffset, readingsOf, segmentsAsRead, textAsRead } from '../transcript/as-read'

const correction = (from: number, original: string, replacement: string): Correction => ({
  ...{ id: `${from}`, segment: 0, from, to: from + original.length, original, replacement },
  author: { id: 'a', email: 'a@example.com', name: null },
  createdAt: '2026-11-01T00:00:00Z',
})
const read = (text: string, corrections: Correction[]) =>
  readingsOf(text, corrections).map(({ text, correction }) => (correction ? `[${text}]` : text))

test('a text is read with its corrections in their places', () => {
  expect(read('one too three', [correction(4, 'too', 'two'), correction(0, 'one', 'One')])).toEqual([
    '[One]',
    ' ',
    '[two]',
    ' three',
  ])
  expect(read('one', [])).toEqual(['one'])
})

test('a correction of what is not said any more is left out', () => {
  expect(read('one two', [correction(4, 'too', 'two'), correction(4, 'two three', 'x')])).toEqual(['one two'])
})

test('a correction of what is not said any more is none of those that fit', () => {
  const segments: Segment[] = [{ speaker: 'candidate', text: 'we use it', start: 0, end: 1 }]
  const fitting = correction(3, 'use', 'lose')
  expect(fittingCorrections(segments, [fitting, correction(0, 'they', 'we'), { ...fitting, segment: 7 }])).toEqual([
    fitting,
  ])
})

test('words that are as long as their place are asked for', () => {
  const draft = { segment: 0, from: 4, to: 7, original: 'too', replacement: ' two ' }
  expect(correctionDraft.parse(draft).replacement).toBe('two')
  expect(correctionDraft.safeParse({ ...draft, to: 9 }).success).toBe(false)
  expect(correctionDraft.safeParse({ ...draft, replacement: ' ' }).success).toBe(false)
})

test('each segment is read with its own corrections, and stays where and when it was', () => {
  const segments = ['one too', 'too'].map((text) => ({ speaker: 'candidate' as const, text, start: 3, end: 4 }))
  const second = { ...correction(0, 'too', 'two'), segment: 1 }
  const nowhere = { ...correction(0, 'too', 'two'), segment: 7 }
  expect(segmentsAsRead(segments, [second, nowhere])).toEqual([segments[0], { ...segments[1], text: 'two' }])
})

const stretches = array(
  record({
    sent: string({ unit: constantFrom('a', 'b', ' ', '夜', '🙂'), minLength: 1, maxLength: 5 }),
    replacement: string({ unit: constantFrom('x', 'y', ' ', '勤', '🙃'), minLength: 1, maxLength: 9 }),
    isCorrected: boolean(),
  }),
  { maxLength: 8 },
)

test('whatever is corrected, each place of what is read is the same place of what Ribbon sent, or the beginning of its correction', () => {
  assert(
    property(stretches, (given) => {
      const corrections: CorrectionDraft[] = []
      let [sent, read] = ['', '']
      const places: number[] = []
      for (const { sent: original, replacement, isCorrected } of given) {
        const from = sent.length
        if (isCorrected)
          corrections.push({ ...{ segment: 0, from, to: from + original.length }, original, replacement })
        const text = isCorrected ? replacement : original
        places.push(...Array.from({ length: text.length }, (_, index) => (isCorrected ? from : from + index)))
        sent += original
        read += text
      }
      const readings = readingsOf(sent, corrections.toReversed())
      expect(textAsRead(readings)).toBe(read)
      expect(places.map((_, offset) => originalOffset(readings, offset))).toEqual(places)
      expect(originalOffset(readings, read.length)).toBe(sent.length)
    }),
  )
})
