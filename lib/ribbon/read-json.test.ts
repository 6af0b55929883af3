import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ITEM_LIMITS, Unreadable } from './limits'
import { jsonOfReply, readJson } from './read-json'

const LIMIT = 64 * 1024 * 1024

function read(json: string, chunk = 65_536) {
  const bytes = Buffer.from(json)
  return readJson(
    (async function* () {
      for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk)
    })(),
    LIMIT,
  )
}

const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test('any JSON is read as it is, wherever a chunk ends', async () => {
  const value = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.array(fc.jsonValue())))
  await fc.assert(
    fc.asyncProperty(value, fc.integer({ min: 1, max: 9 }), async (any, chunk) => {
      const json = JSON.stringify(any)
      expect(await read(json, chunk)).toEqual(JSON.parse(json))
    }),
  )
})

test('a name that means something to JavaScript is a name', async () => {
  const read1 = (await read('{"__proto__":[1],"a":[2]}')) as object
  expect(Object.entries(read1)).toEqual([
    ['__proto__', [1]],
    ['a', [2]],
  ])
})

test.each([
  ['nested 5,000 deep', `{"id":"bad","z":${nested(5_000)}}`, 'too_deep'],
  ['nested a million deep', `{"id":"bad","z":${nested(1_000_000)}}`, 'too_deep'],
  ['with a text of 10 MB', `{"id":"bad","z":"${'x'.repeat(10_000_000)}"}`, 'too_large'],
  ['of 2.7 million values', `{"id":"bad","z":[${'{},'.repeat(2_700_000)}1]}`, 'too_many_values'],
  ['that is no JSON', '{"id":bad}', 'no_json'],
])('an item %s is unreadable in its place, and the others are as they are', async (_, item, reason) => {
  const list = (await read(`{"interviews":[{"id":"a"},${item},{"id":"b"}]}`)) as { interviews: unknown[] }
  expect(list.interviews).toEqual([{ id: 'a' }, new Unreadable(reason as 'no_json'), { id: 'b' }])
  expect(list.interviews[1]).toMatchObject({ reason })
})

test.each([
  ['is nested too deep itself', nested(ITEM_LIMITS.depth + 1), 'too_deep'],
  ['is one object that is nested too deep', `{"z":{"y":${nested(5_000)}}}`, 'too_deep'],
  ['is one object that is too large', `{"z":"${'x'.repeat(ITEM_LIMITS.bytes)}"}`, 'too_large'],
  ['is one object of 2.7 million values', `{"z":{"y":[${'{},'.repeat(2_700_000)}1]}}`, 'too_many_values'],
  ['has a list of more items than any page', `{"interviews":[${'1,'.repeat(20_000)}1]}`, 'too_large'],
  ['has that many in several lists', `{${'"a":[1,1,1,1,1],'.repeat(3_000)}"a":[]}`, 'too_large'],
  ['has that many lists', `{${'"a":[],'.repeat(20_000)}"a":[]}`, 'too_large'],
  ['is larger than any page', `{"interviews":["${'x'.repeat(LIMIT)}"]}`, 'too_large'],
  ['ends too early', '{"interviews":[{"id":"a"}', 'no_json'],
  ['is empty', '', 'no_json'],
])('a reply that %s is unreadable', async (_, json, reason) => {
  await expect(read(json)).rejects.toMatchObject({ reason })
})

test('an interview of as many words, segments and questions as there may be has not too many values', async () => {
  const { segments, words, questions } = ITEM_LIMITS
  const word = { word: 'a', start: 1, end: 2, confidence: 1, speaker: 0, punctuated: 'a', language: 'en', final: true }
  const interview = {
    transcript_with_timestamp: times(segments, { role: 'user', content: 'a', words: [], start: 1, end: 2 }),
    also: times(words, word),
    questions_to_transcript_mapping: times(questions, { transcript_item_indices: times(40, 1) }),
  }
  expect(await read(JSON.stringify({ interviews: [interview] }))).toEqual({ interviews: [interview] })
})

test('of a reply without an end no more is taken than it may be long', async () => {
  const chunk = Buffer.from('x'.repeat(1_000_000))
  let taken = 0
  const endless = (async function* () {
    yield Buffer.from('{"interviews":["')
    for (;;) {
      taken += 1
      yield chunk
    }
  })()
  await expect(readJson(endless, 5_000_000)).rejects.toMatchObject({ reason: 'too_large' })
  expect(taken).toBe(5)
})

test('between any two items others have their turn', async () => {
  let turns = 0
  const counting = setInterval(() => (turns += 1), 0)
  await read(`{"interviews":[${'{"id":"a"},'.repeat(2_000)}1]}`, 10_000_000)
  clearInterval(counting)
  expect(turns).toBeGreaterThan(1)
})

const asText = (value: unknown) => {
  const json = jsonOfReply(value)
  return json && Buffer.from(json).toString()
}

test('of a reply without lists, and of each item of a list, the JSON is known as it arrived', async () => {
  const { list } = (await read('{"list":[{"a": 1}, {"b":"é"},3]}')) as { list: unknown[] }
  expect([list, ...list].map((value) => asText(value))).toEqual([null, '{"a": 1}', '{"b":"é"}', null])
  expect(asText(await read('{"a": {"b": 2}}'))).toBe('{"a": {"b": 2}}')
  expect(asText(await read('{"a": [2]}')), 'its lists are apart').toBeNull()
})
