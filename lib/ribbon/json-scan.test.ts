import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonScan } from './json-scan'

function scanned(json: string, chunk = json.length || 1) {
  const bytes = Buffer.from(json)
  const scan = new JsonScan({ items: 1_000 })
  for (let from = 0; from < bytes.length; from += chunk) scan.take(bytes.subarray(from, from + chunk))
  const items = scan.lists.map((list) => list.items.map(({ from, to }) => bytes.subarray(from, to).toString().trim()))
  return { items, depth: scan.depth, lists: scan.lists }
}

test('whatever stands in the lists of an object, and wherever a chunk ends, its items are found', () => {
  const lists = fc.dictionary(fc.string(), fc.array(fc.jsonValue({ maxDepth: 3 })), { maxKeys: 3 })
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 7 }), fc.constantFrom(undefined, 1), (value, chunk, indent) => {
      const json = JSON.stringify(value, undefined, indent)
      const parsed = scanned(json, chunk).items.map((items) => items.map((item) => JSON.parse(item) as unknown))
      expect(parsed).toEqual(Object.values(JSON.parse(json) as object))
    }),
  )
})

test('how deep an item is nested counts from the item, and brackets in texts do not count', () => {
  const { lists, depth } = scanned('{"a":[[[1]],{"b":"[[[["},"\\"[["],"c":{"d":{}}}')
  expect(lists[0]?.items.map(({ depth }) => depth)).toEqual([2, 1, 0])
  expect(depth).toBe(3)
})

test('how many values an item has is never counted too few, nor twice as many, and signs in texts do not count', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const [item] = scanned(JSON.stringify({ a: [value] })).lists[0]?.items ?? []
      const counted = (item?.values ?? -1) + 1
      expect(counted).toBeGreaterThanOrEqual(valuesIn(value))
      expect(counted).toBeLessThanOrEqual(2 * valuesIn(value))
    }),
  )
  const scan = new JsonScan({ items: 3 })
  scan.take(Buffer.from('{"a":[{"b":",,[{"}],"c":[],"d":{"e":1,"f":[2,3]}}'))
  expect(scan.lists.map(({ items }) => items.map(({ values }) => values))).toEqual([[1], []])
  expect(scan.values).toBe(9)
})

/** With itself. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, part: unknown) => sum + valuesIn(part), 1)
}

test.each([
  ['{"a":[1,2],"b":[3]}', [2, 1], false],
  ['{"a":[1,2],"b":[3,4,5,6]}', [2, 1], true],
  ['{"a":[1,2,3,4]}', [3], true],
  ['{"a":[],"b":[],"c":[]}', [0, 0, 0], false],
  ['{"a":[],"b":[],"c":[],"d":[],"e":[]}', [0, 0, 0], true],
])(
  'of more lists, or items in all of them, than any page has it says so, and keeps no more: %s',
  (json, kept, isLonger) => {
    const scan = new JsonScan({ items: 3 })
    scan.take(Buffer.from(json))
    expect(scan.lists.map(({ items }) => items.length)).toEqual(kept)
    expect(scan.isLonger).toBe(isLonger)
  },
)

test('what is no JSON is followed all the same', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[[\]{}",\\ a1]*$/), (text) => {
      expect(() => scanned(text)).not.toThrow()
    }),
  )
})
