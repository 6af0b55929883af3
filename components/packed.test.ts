import { assert, jsonValue, property } from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack } from './packed'

test('whatever JSON can say is what it was', () => {
  assert(
    property(jsonValue(), (value) => {
      expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('what is called like anything that every object has is its own', () => {
  const value: unknown = JSON.parse('[{"__proto__":{"constructor":1}},{"toString":[]}]')
  expect(JSON.stringify(unpack(pack(value)))).toBe(JSON.stringify(value))
})

test('what is not there is left out, as JSON leaves it out', () => {
  expect(Object.keys(unpack(pack({ one: 1, two: undefined })))).toEqual(['one'])
})

test('names that many have are written once, and what says the same', () => {
  const flow = { id: 'f', title: 'Nights' }
  const rows = Array.from({ length: 50 }, (_, place) => ({
    candidate: { name: `Number ${place}` },
    flow,
    score: place,
  }))
  expect(pack(rows).match(/candidate|name|score|Nights/g)).toHaveLength(4)
})

test('it has no quotes that a page would have to escape, but for those that texts have', () => {
  expect(pack([{ name: 'Ada', flow: { title: 'Nights' } }])).not.toContain('"')
  expect(unpack(pack([`It's "so"`]))).toEqual([`It's "so"`])
})

test('half a character is written as what a page can be written with', () => {
  for (const text of ['\ud800', 'a\udc00b', '\u2028', '\u0000', "\\'", '\\"']) {
    const packed = pack([text])
    expect(packed.isWellFormed?.() ?? true).toBe(true)
    expect(unpack(packed)).toEqual([text])
  }
})
