import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { excessOf } from '../testing/cpu-cost'
import { countWords } from './word-count'

const dictionary = new Intl.Segmenter(undefined, { granularity: 'word' })

test('a text of any length has as many words as its dictionary finds in the whole of it', () => {
  const part = fc.constantFrom(
    ...['私は倉庫で働いていました', 'ฉันทำงานในโกดัง', '3.5', '１．５', 'don’t', 'I ran', '𠮷野家', '夜勤'],
    ...['。', '、', ' ', '\n', '！', '？', '，', '．', '(', '🙂'],
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 150 }), (parts) => {
      // Somewhere a word has to end, in a text of people.
      const text = parts.map((word, index) => (index % 9 === 0 ? `${word}。` : word)).join('')
      const whole = Array.from(dictionary.segment(`語 ${text}`)).filter(({ isWordLike }) => isWordLike).length
      expect(countWords(`語 ${text}`)).toBe(whole)
    }),
  )
})

test('where no sentence ends, a word in hundreds may be counted twice', () => {
  const talk = '倉庫'.repeat(2_000)
  expect(Math.abs(countWords(talk) - 2_000)).toBeLessThan(20)
})

test.each(['私は倉庫で働いていました。', 'ฉันทำงาน'])('a talk of %j costs what its length does', (unit) => {
  expect(
    excessOf((size) => {
      const text = unit.repeat(size)
      return () => countWords(text)
    }, 200),
  ).toBeLessThan(1)
})
