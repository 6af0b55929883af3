import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { wordsIn } from '../text/fold'
import { findMatches } from './matches'
import { parseQuery, typedPhrase } from './query'

const found = (text: string, query: string) =>
  findMatches(text, parseQuery(query)).map(({ from, to }) => text.slice(from, to))

test.each([
  ['I ran the Night shift. Nightly!', 'night', ['Night', 'Nightly']],
  ['I ran the Night shift. Nightly!', '"night"', ['Night']],
  ['night, shift; night shifts', '"night shift"', ['night, shift']],
  ['a follow-up and a follow up', 'follow-up', ['follow-up', 'follow up']],
  ['José’s café', 'joses cafe', ['José’s', 'café']],
  ['夜勤も夜間も', '夜勤', ['夜勤']],
  ['كنت أعمل في المستودع', 'اعمل', ['أعمل']],
  ['nothing here', 'zebra', []],
])('in “%s” the search %s marks %j', (text, query, marked) => {
  expect(found(text, query)).toEqual(marked)
})

test('a reader who types on a page finds the words in their order', () => {
  const text = 'The shift at night, the night shi…'
  expect(findMatches(text, [typedPhrase('night sh')]).map(({ from, to }) => text.slice(from, to))).toEqual([
    'night shi',
  ])
  expect(findMatches(text, [typedPhrase('  ')])).toEqual([])
})

test.each([
  ['dans l’équipe d’affaires', 'équipe', ['équipe']],
  ['dans l’équipe d’affaires', "l'équipe", ['l’équipe']],
  ['dans l’équipe d’affaires', '"equipe daffaires"', ['équipe d’affaires']],
  ['dans l’équipe d’affaires', '"dans equipe"', []],
  ["Mr O'Connor doesn't", 'connor', ['Connor']],
  ["Mr O'Connor doesn't", 'oconnor', ["O'Connor"]],
  ["Mr O'Connor doesn't", '"connor doesnt"', ["Connor doesn't"]],
  ["Mr O'Connor doesn't", 'nor', []],
  ['man\u0303ana', 'mañana', ['man\u0303ana']],
  ['man\u0303ana', 'man', ['man\u0303ana']],
  ['Donau\u00ADdampf\u00ADschiff', 'donaud', ['Donau\u00ADdampf\u00ADschiff']],
  ['می‌کنم', 'میکنم', ['می‌کنم']],
  ['می‌کنم', '"می کنم"', ['می‌کنم']],
  ['הוא בצה״ל היום', '"בצה"ל היום"', ['בצה״ל היום']],
  ['Python言語', 'python', ['Python']],
])('whatever stands inside a word, in “%s” the search %s marks %j', (text, query, marked) => {
  expect(found(text, query)).toEqual(marked)
})

const unit = oneof(
  constantFrom(
    ...Array.from('aanñoe’\'ßıİﬁ夜ガﾞกี한שलّ١🙂 .-"+#'),
    ...['\u0303', '\u0323', '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\u{E0100}', '\u{10400}'],
  ),
  string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const text = array(unit, { maxLength: 30 }).map((units) => units.join(''))

const joined = (part: string) =>
  wordsIn(part)
    .map(({ word }) => word)
    .join('')

test('whatever is marked says what was asked for, and all that says it in whole words is marked', () => {
  assert(
    property(text, text, (said, asked) => {
      const phrase = typedPhrase(asked)
      for (const { from, to } of findMatches(said, [phrase])) {
        const marked = joined(said.slice(from, to))
        if (phrase.isPrefix) expect(marked.startsWith(phrase.words.join(''))).toBe(true)
        else expect(marked).toBe(phrase.words.join(''))
      }
      const inside = `${said} ${asked} ${said}`
      if (phrase.words.length > 0) expect(findMatches(inside, [phrase])).not.toEqual([])
    }),
    { numRuns: 2_000 },
  )
})
