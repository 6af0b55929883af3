import { expect, test } from 'vitest'
import { correctionDraft, readingsOf, type Correction } from './correction'

const correction = (from: number, original: string, replacement: string): Correction => ({
  ...{ id: `${from}`, segment: 0, from, to: from + original.length, original, replacement },
  author: { id: 'a', email: 'a@example.com' },
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

test('words that are as long as their place are asked for', () => {
  const draft = { segment: 0, from: 4, to: 7, original: 'too', replacement: ' two ' }
  expect(correctionDraft.parse(draft).replacement).toBe('two')
  expect(correctionDraft.safeParse({ ...draft, to: 9 }).success).toBe(false)
  expect(correctionDraft.safeParse({ ...draft, replacement: ' ' }).success).toBe(false)
})
