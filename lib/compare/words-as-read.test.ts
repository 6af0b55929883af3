import { expect, test } from 'vitest'
import { compactWords } from '../transcript/words'
import { maskOf } from './mask'
import { wordsAsRead } from './words-as-read'

const TEXT = 'Hi Ingrid Solheim, I run the knight shift.'
const words = Array.from(TEXT.matchAll(/\S+/g), ({ index, 0: word }, second) => {
  return { from: index, to: index + word.length, start: second, end: second + 1 }
})
const said = {
  segment: { speaker: 'candidate', text: TEXT, start: 0, end: words.length } as const,
  around: { start: 0, end: words.length },
  words: compactWords([words])[0],
  corrections: [{ segment: 0, from: 29, to: 35, original: 'knight', replacement: 'night' }],
}

test('a segment is read with its corrections and without the names, each as long as one of three', () => {
  const { text } = wordsAsRead(said, maskOf({ name: 'Ingrid Solheim', email: null }))
  expect(text).toBe('Hi ▇▇▇▇ ▇▇▇▇, I run the night shift.')
  const sizes = ['Jo', 'Anna', 'Ingrid', 'Maximiliana'].map(
    (name) =>
      wordsAsRead(
        { ...said, segment: { ...said.segment, text: name }, words: undefined, corrections: [] },
        maskOf({ name, email: null }),
      ).text,
  )
  expect(sizes).toEqual(['▇▇', '▇▇', '▇▇▇▇', '▇▇▇▇▇▇'])
})

test('every word is where it is read, with its time, and what names somebody has one too', () => {
  const { text, words: placed, masked } = wordsAsRead(said, maskOf({ name: 'Ingrid Solheim', email: null }))
  expect(placed.map(({ from, to, start }) => [text.slice(from, to), start])).toEqual([
    ['Hi', 0],
    ['▇▇▇▇', 1],
    ['▇▇▇▇,', 2],
    ['I', 3],
    ['run', 4],
    ['the', 5],
    ['night', 6],
    ['shift.', 7],
  ])
  expect(masked).toEqual([
    { start: 1, end: 2 },
    { start: 2, end: 3 },
  ])
})

test('a name that only a correction says is not read either', () => {
  const corrections = [{ segment: 0, from: 29, to: 35, original: 'knight', replacement: 'Solheim' }]
  expect(wordsAsRead({ ...said, corrections }, maskOf({ name: 'Ingrid Solheim', email: null })).text).not.toMatch(
    /solheim/i,
  )
})

test('of whom only an email is known, what stands before the @ is a name', () => {
  const mask = maskOf({ name: null, email: 'ingrid.solheim@example.com' })
  expect(wordsAsRead(said, mask).text).toBe('Hi ▇▇▇▇ ▇▇▇▇, I run the night shift.')
})
