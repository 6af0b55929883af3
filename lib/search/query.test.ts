import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from './query'

/** `field:words*`, with - before what is excluded and * after what is only begun. */
const read = (text: string) =>
  parseQuery(text).map(
    ({ field, words, isPrefix, isExcluded }) =>
      `${isExcluded ? '-' : ''}${field}:${words.join(' ')}${isPrefix ? '*' : ''}`,
  )

test.each([
  ['night', ['any:night*']],
  ['night shift', ['any:night*', 'any:shift*']],
  ['"night shift"', ['any:night shift']],
  ['“Night  Shift”', ['any:night shift']],
  ['"night sh', ['any:night sh*']],
  ['-night', ['-any:night*']],
  ['-"night shift" team', ['-any:night shift', 'any:team*']],
  ['said:night asked:shift name:jane flow:warehouse', ['said:night*', 'asked:shift*', 'name:jane*', 'flow:warehouse*']],
  ['ASKED:"why us"', ['asked:why us']],
  ['note:fewer -Note:"a b"', ['note:fewer*', '-note:a b']],
  ['-said:late', ['-said:late*']],
  ['follow-up', ['any:follow up*']],
  ['jane@example.com', ['any:jane example com*']],
  ['a i', ['any:a', 'any:i']],
  ['夜勤', ['any:夜 勤']],
  ['other:thing', ['any:other thing*']],
  ['don’t', ['any:dont*']],
  ['" " - -- 🙂 said:', ['any:said*']],
  ['', []],
])('%s', (text, terms) => {
  expect(read(text)).toEqual(terms)
})

test('every text can be read', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      for (const { words } of parseQuery(text)) expect(words.length).toBeGreaterThan(0)
    }),
  )
})
