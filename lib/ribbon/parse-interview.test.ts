import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { receivedInterview } from './interview'
import { ITEM_LIMITS } from './limits'
import { parseInterview } from './parse-interview'
import { brokenInterview } from './testing/hostile'
import { completedInterview } from './testing/replies'
import { Tokens } from './tokens'

const bytes = (json: string) => Buffer.from(json)

/** What an interview's JSON says, or that it is none. */
function readBy(parse: () => unknown) {
  try {
    const read = receivedInterview.safeParse(parse())
    return read.success ? read.data.interview : 'unreadable'
  } catch (error) {
    return (error as Error).name
  }
}

function expectSame(json: Buffer) {
  expect(readBy(() => parseInterview(json))).toStrictEqual(readBy(() => JSON.parse(json.toString())))
}

function isTaken(json: string) {
  const parsed = parseInterview(bytes(json)) as ReturnType<typeof completedInterview>
  return parsed.interview_data.transcript_with_timestamp.map(({ words }) => (words as unknown) instanceof Tokens)
}

const withWords = (words: string, content = '') =>
  `{"interview_id":"a","interview_data":{"transcript_with_timestamp":[{"content":${JSON.stringify(content)},"words":${words}}]}}`

test('words as Ribbon writes them are read without an object for each', () => {
  expect(isTaken(JSON.stringify(completedInterview()))).toEqual([true, true, true, true])
})

test.each([
  ['what follows a mark of order', '[{"word":"\\u0041","start":1,"end":2}]'],
  ['another field', '[{"word":"a","start":1,"end":2,"sure":1}]'],
  ['another order', '[{"start":1,"end":2,"word":"a"}]'],
  ['no time', '[{"word":"a","start":null,"end":2}]'],
  ['no words', '[]'],
  ['more letters than are kept of one', `[{"word":"${'ü'.repeat(600)}","start":1,"end":2}]`],
])('words with %s are read as any JSON is', (_, words) => {
  expect(isTaken(withWords(words))).toEqual([false])
  expectSame(bytes(withWords(words)))
})

const number = fc.oneof(
  fc.double({ min: 0, max: 5_000, noNaN: true }).map((seconds) => JSON.stringify(seconds)),
  fc.float({ min: 0, max: 5_000, noNaN: true }).map((seconds) => JSON.stringify(seconds)),
  fc.constantFrom(
    '0',
    '-0',
    '7',
    '12.50',
    '-1.5',
    '86400',
    '86401',
    '9007199254740993',
    '1e2',
    '1.5e-7',
    '0.1234567890123456789',
  ),
  fc.constantFrom('', '-', '01', '1.', '.5', '+1', '1,2', '1}', 'null', '"1"', 'NaN', '0x1'),
)
const spoken = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '世', '🙂', '\u3000', '\ufeff'), maxLength: 6 })
const token = fc.oneof(
  { weight: 9, arbitrary: spoken },
  fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\r', '\0', '\ud800') }),
  fc.constant('ü'.repeat(600)),
)
const word = fc
  .record({ word: token, start: number, end: number })
  .map(({ word, start, end }) => [word, `{"word":${JSON.stringify(word)},"start":${start},"end":${end}}`] as const)
const utterance = fc
  .record({ words: fc.array(word, { maxLength: 8 }), other: fc.option(spoken, { freq: 3 }) })
  .map(({ words, other }) =>
    withWords(`[${words.map(([, json]) => json).join()}]`, other ?? words.map(([said]) => said).join('')),
  )

test('whatever is written there, it is what JSON.parse reads', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        { weight: 4, arbitrary: utterance },
        brokenInterview.map((one) => JSON.stringify(one) ?? ''),
      ),
      (json) => expectSame(bytes(json)),
    ),
    { numRuns: 3_000 },
  )
})

test('bytes that are no UTF-8, and those of one character in two words, are what JSON.parse reads', () => {
  const json = bytes(withWords('[{"word":"ab","start":1,"end":2},{"word":"cd","start":2,"end":3}]'))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(json.length - 1), fc.constantFrom(0xc3, 0xbc, 0xf0, 0x80, 0xff, 0x22, 0x5c)), {
        maxLength: 4,
      }),
      (put) => {
        const spoilt = Buffer.from(json)
        for (const [at, byte] of put) spoilt[at] = byte
        expectSame(spoilt)
      },
    ),
    { numRuns: 3_000 },
  )
  const at = json.indexOf('ab')
  for (const half of [0, 1]) {
    const split = Buffer.from(json)
    split[at + half] = 0xc3
    split[json.indexOf('cd')] = 0xbc
    expectSame(split)
  }
})

const said = (fields: string) => `{"interview_id":"a","interview_data":{"transcript_with_timestamp":[{${fields}}]}}`

test('words elsewhere, twice, or inside a text are no others', () => {
  const list = '[{"word":"a","start":1,"end":2}]'
  const other = '[{"word":"b","start":3,"end":4}]'
  for (const json of [
    said(`"words":${list},"words":${other}`),
    said(`"words":${list},"words":7`),
    said(`"role":{"words":${list}},"words":${other}`),
    said(`"content":${JSON.stringify(`"words":${list}`)},"words":${other}`),
    said(`"content":"\\"words":${list}`),
    said(`"\\"words":${list},"words":${other}`),
    `{"interview_id":"a","words":${list}}`,
    `{"interview_id":{"words":${list}}}`,
    `{"words":${list}`,
    `"words":${list}`,
  ])
    expectSame(bytes(json))
})

const many = (count: number) => withWords(`[${Array(count).fill('{"word":"a ","start":1,"end":2}').join()}]`)

test('a mark of order before a word leaves each in its place', () => {
  expectSame(
    bytes(withWords('[{"word":"\ufeffHi ","start":1,"end":2},{"word":"there","start":2,"end":3}]', '\ufeffHi there')),
  )
})

test('words that are taken count among those that there may be', () => {
  expect(readBy(() => parseInterview(bytes(many(ITEM_LIMITS.words))))).toMatchObject({ id: 'a' })
  expect(readBy(() => parseInterview(bytes(many(ITEM_LIMITS.words + 1))))).toBe('unreadable')
})
