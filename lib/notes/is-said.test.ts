import { expect, test } from 'vitest'
import { isSaid } from './is-said'

const uncorrected = (text: string) => ({ text, corrections: [] })
const ran = uncorrected('I ran the night shift.')
const correction = { segment: 0, from: 6, to: 9, original: 'the', replacement: 'every single' }
const corrected = { ...ran, corrections: [correction] }
const [pause, more] = [uncorrected('…'), uncorrected(' And the day shift. ')]
const quote = (from: number, to: number, text: string) => ({ segment: 0, from, to, text })

test.each([
  ['as Ribbon sent it', quote(2, 15, 'ran the night'), [ran]],
  ['as it is corrected', quote(2, 15, 'ran every single night'), [corrected]],
  ['as Ribbon sent it, before somebody corrected it', quote(2, 15, 'ran the night'), [corrected]],
  ['with a correction that begins before it', quote(7, 15, 'every single night'), [corrected]],
  ['in several segments', { ...quote(16, 22, 'shift.\nAnd the'), until: { segment: 2, to: 8 } }, [ran, pause, more]],
  ['as the beginning of what is long', quote(0, 22, 'I ran the'), [ran]],
])('what is said there is quoted: %s', (_, quoted, segments) => {
  expect(isSaid(quoted, segments)).toBe(true)
})

test.each([
  ['other words', quote(2, 5, 'stole'), [ran]],
  ['more words', quote(2, 5, 'ran the'), [ran]],
  ['its words at another place', quote(0, 5, 'ran'), [ran]],
  ['words after its end', quote(16, 23, 'shift.'), [ran]],
  [
    'words after the end of the last segment',
    { ...quote(16, 22, 'shift.'), until: { segment: 1, to: 99 } },
    [ran, more],
  ],
  [
    'words of a segment between that are left out',
    { ...quote(0, 22, 'I ran the night shift.\nAnd'), until: { segment: 2, to: 4 } },
    [ran, ran, more],
  ],
  [
    'a correction that does not fit the transcript',
    quote(2, 15, 'ran every single night'),
    [{ ...corrected, text: 'I ran a late night shift.' }],
  ],
  ['no words', quote(0, 1, 'I'), [pause]],
  ['nothing at all', quote(0, 1, 'I'), []],
])('nobody is quoted with what they did not say: %s', (_, quoted, segments) => {
  expect(isSaid(quoted, segments)).toBe(false)
})

test('every stretch of a corrected segment is quoted as it is read and as Ribbon sent it', () => {
  const { text } = ran
  for (let from = 0; from < text.length; from++) {
    for (let to = from + 1; to <= text.length; to++) {
      const sent = text.slice(from, to).trim()
      if (/\p{L}/u.test(sent)) expect(isSaid(quote(from, to, sent), [corrected])).toBe(true)
      const [before, after] = [text.slice(from, Math.min(to, 6)), text.slice(Math.max(from, 9), to)]
      if (from < 9 && to > 6)
        expect(isSaid(quote(from, to, `${before}every single${after}`.trim()), [corrected])).toBe(true)
    }
  }
})
