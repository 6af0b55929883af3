import { expect, test } from 'vitest'
import { WordWriter, wordsOf } from '../transcript/words'
import { reshapeUtterance, utterancesOfPlainText, wireTranscript } from './transcript'

function utterance(content: unknown, words: unknown, role: unknown = 'user') {
  const [wire] = wireTranscript.parse([{ content, words, role }])
  if (!wire) throw new Error('no utterance was read')
  const { words: compact, ...read } = reshapeUtterance(wire, new WordWriter())
  return { ...read, words: wordsOf(compact) }
}

const word = (text: string, start?: unknown, end?: unknown) => ({ word: text, start, end })

test('an agent is the agent, a user the candidate, anyone else another', () => {
  const speakers = ['agent', 'user', 'narrator', 7, null].map((role) => utterance('', [], role).segment.speaker)
  expect(speakers).toEqual(['agent', 'candidate', 'other', 'other', 'other'])
})

test('times before the beginning are the beginning, and an end before its start is the start', () => {
  const { words, segment } = utterance('a b', [word('a ', -4, 1), word('b', 3, 2)])
  expect(words).toEqual([
    { from: 0, to: 1, start: 0, end: 1 },
    { from: 2, to: 3, start: 3, end: 3 },
  ])
  expect(segment).toMatchObject({ start: 0, end: 3 })
})

test('a word without a usable time stays in the text and leaves the words', () => {
  const { words, segment } = utterance('a b c d', [
    word('a ', null, 'x'),
    word('b ', NaN, 2),
    word('c ', 1e9, Infinity),
    word('d', 5),
  ])
  expect(segment.text).toBe('a b c d')
  expect(words).toEqual([
    { from: 2, to: 3, start: 2, end: 2 },
    { from: 6, to: 7, start: 5, end: 5 },
  ])
})

test('a segment without content says what its words say', () => {
  expect(utterance('', [word('Good ', 0, 1), word('day.', 1, 2)])).toMatchObject({
    segment: { text: 'Good day.', start: 0, end: 2 },
    words: [
      { from: 0, to: 4 },
      { from: 5, to: 9 },
    ],
  })
})

test('a segment extends over all its words, in whatever order they come', () => {
  expect(utterance('b a', [word('b ', 4, 5), word('a', 1, 2)]).segment).toMatchObject({ start: 1, end: 5 })
})

test('a plain transcript with words before its first speaker gives them to another', () => {
  expect(utterancesOfPlainText('(ringing)\nUser: Hi').map(({ segment }) => [segment.speaker, segment.text])).toEqual([
    ['other', '(ringing)'],
    ['candidate', 'Hi'],
  ])
  expect(utterancesOfPlainText('  ')).toEqual([])
})
