import { expect, test } from 'vitest'
import { timeTokens, type SpeechEvent } from './token-times'
import { tokenize } from './tokens'

function time(text: string, events: readonly SpeechEvent[]) {
  return timeTokens(tokenize(text, 'en-US').tokens, events)
}

test('a word begins with its first sound and ends before the pause that follows', () => {
  const spans = time('Hi, Jane', [
    ['word', 0, 0, ''],
    ['sound', 0, 264, 'h'],
    ['sound', 0, 900, 'aI'],
    ['sound', 2, 2000, '_:'],
    ['word', 4, 5000, ''],
    ['sound', 4, 5200, 'dZ'],
    ['sound', 8, 7000, '_:'],
  ])
  expect(spans).toEqual([
    { start: 264, end: 2000 },
    { start: 5200, end: 7000 },
  ])
})

test('words that espeak-ng speaks as one share its time by their length', () => {
  const spans = time('of the', [
    ['word', 0, 0, ''],
    ['sound', 0, 0, 'V'],
    ['sound', 6, 1000, '_:'],
  ])
  expect(spans).toEqual([
    { start: 0, end: 400 },
    { start: 400, end: 1000 },
  ])
})

test('a number that is spoken as several words is one token', () => {
  const spans = time('9:30 now', [
    ['word', 0, 0, ''],
    ['sound', 0, 10, 'n'],
    ['word', 2, 500, ''],
    ['sound', 2, 500, 'T'],
    ['word', 5, 900, ''],
    ['sound', 5, 900, 'n'],
    ['sound', 8, 1300, '_:'],
  ])
  expect(spans).toEqual([
    { start: 10, end: 900 },
    { start: 900, end: 1300 },
  ])
})

test('an event that goes back in the text starts no word', () => {
  const spans = time('Bien, si', [
    ['word', 0, 0, ''],
    ['sound', 0, 0, 'b'],
    ['sound', 4, 700, '_:'],
    ['word', 6, 900, ''],
    ['word', 4, 900, ''],
    ['sound', 6, 900, 's'],
    ['sound', 8, 1500, '_:'],
  ])
  expect(spans[1]).toEqual({ start: 900, end: 1500 })
})

test('silence is an error rather than a word at zero', () => {
  expect(() => time('Hi', [['sound', 0, 0, '_:']])).toThrow('silent on "Hi"')
})
