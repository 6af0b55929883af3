import {
  array,
  assert,
  constant,
  constantFrom,
  dictionary,
  integer,
  jsonValue,
  oneof,
  property,
  record,
  string,
  type Arbitrary,
} from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack } from './packed'

const rows = array(dictionary(string(), jsonValue()) as Arbitrary<object>)
/** As the rows of a list are: all with the same names, some of whose values are objects of one kind or another. */
const alike = array(
  record({
    id: string(),
    state: constantFrom('ready', 'not_taken', null, 0, false),
    of: oneof(record({ is: constant('shown'), n: integer() }), record({ is: constant('hidden') }), constant(null)),
  }),
)

test('whatever JSON can say of objects is what it was', () => {
  assert(
    property(oneof(rows, alike), (value) => {
      expect(unpack(pack<object>(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('what is called like anything that every object has is its own', () => {
  const value = JSON.parse('[{"__proto__":{"constructor":1}},{"toString":[]}]') as object[]
  expect(JSON.stringify(unpack(pack(value)))).toBe(JSON.stringify(value))
})

test('what is not there is left out, as JSON leaves it out', () => {
  expect(unpack(pack([{ one: 1, two: undefined }, { one: undefined }])).map((row) => Object.keys(row))).toEqual([
    ['one'],
    [],
  ])
})

test('names that many have are written once, and what all have', () => {
  const rows = Array.from({ length: 50 }, (_, place) => ({
    candidate: { name: `Number ${place}` },
    flow: { id: 'f', title: 'Nights' },
    score: place,
  }))
  expect(pack(rows).match(/candidate|name|score|Nights/g)).toHaveLength(4)
})

test('what many share is written once, and each takes one figure to say which', () => {
  const states = ['ready', 'processing', null, 'not_taken']
  const rows = Array.from({ length: 50 }, (_, place) => ({ state: states[place % 4], status: null }))
  const packed = pack(rows)
  expect(packed.match(/ready|processing|not_taken/g)).toHaveLength(3)
  expect(packed.length).toBeLessThan(180)
  expect(unpack(packed)).toEqual(rows)
})

test('values that are too many for a figure are written as they are', () => {
  const rows = Array.from({ length: 111 }, (_, place) => ({ flow: `flow ${place % 37}` }))
  expect(unpack(pack(rows))).toEqual(rows)
})

test('it has no quotes that a page would have to escape, but for those that texts have', () => {
  expect(pack([{ name: 'Ada', flow: { title: 'Nights' } }])).not.toContain('"')
  expect(unpack(pack([{ said: `It's "so"` }]))).toEqual([{ said: `It's "so"` }])
})

test('half a character is written as what a page can be written with', () => {
  for (const text of ['\ud800', 'a\udc00b', '\u2028', '\u0000', "\\'", '\\"']) {
    const packed = pack([{ text }])
    expect(packed.isWellFormed?.() ?? true).toBe(true)
    expect(unpack(packed)).toEqual([{ text }])
  }
})
