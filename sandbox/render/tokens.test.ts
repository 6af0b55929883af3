import { expect, test } from 'vitest'
import { leadWithSpaces, tokenize } from './tokens'

function words(text: string, language: string): string[] {
  return tokenize(text, language).tokens.map(({ word }) => word)
}

test('tokens carry their spaces and join to the text', () => {
  expect(words('Hi Jane, shall we begin?', 'en-US')).toEqual(['Hi ', 'Jane, ', 'shall ', 'we ', 'begin?'])
})

test('punctuation that stands alone belongs to the word before it', () => {
  expect(words('well — no', 'en-US')).toEqual(['well — ', 'no'])
})

test('a reading is spoken while its writing is transcribed', () => {
  const { spoken, tokens } = tokenize('{冬|ふゆ}の「{朝|あさ}」。', 'ja-JP')
  expect(tokens.map(({ word }) => word)).toEqual(['冬', 'の', '「朝」。'])
  expect(spoken).toBe('ふゆ の 「 あさ 」 。 ')
})

test('a token points at its spoken form, counted in characters', () => {
  const { spoken, tokens } = tokenize('{👋|hello} {1998|nineteen} yes', 'en-US')
  const characters = Array.from(spoken)
  expect(tokens.map(({ from, to }) => characters.slice(from, to).join('').trim())).toEqual(['hello', 'nineteen', 'yes'])
})

test('a Japanese particle is spoken as it sounds', () => {
  expect(tokenize('{私|わたし}は', 'ja-JP').spoken).toBe('わたし わ ')
})

test('leading spaces replace trailing ones and the text stays the same', () => {
  const trailing = ['Hi ', 'Jane, ', 'begin?']
  expect(leadWithSpaces(trailing)).toEqual(['Hi', ' Jane,', ' begin?'])
})
