import { expect, test } from 'vitest'
import { markedPieces } from './marked-pieces'

const drawn = (text: string, matches: { from: number; to: number }[]) =>
  markedPieces({ text, matches })
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')

test('the matches are marked and nothing of the text is lost', () => {
  expect(drawn('ran the night shift', [{ from: 8, to: 13 }])).toBe('ran the [night] shift')
  expect(drawn('night', [{ from: 0, to: 5 }])).toBe('[night]')
  expect(drawn('夜勤です', [{ from: 0, to: 2 }])).toBe('[夜勤]です')
  expect(drawn('no match', [])).toBe('no match')
})

test('matches in any order, that overlap or reach beyond the text, do no harm', () => {
  const matches = [
    { from: 6, to: 99 },
    { from: 0, to: 3 },
    { from: 2, to: 4 },
  ]
  expect(drawn('abcdefgh', matches)).toBe('[abc][d]ef[gh]')
})
