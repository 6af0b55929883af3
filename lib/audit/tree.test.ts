import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isConsistent, isIncluded } from './testing/rfc9162'
import {
  consistencyPath,
  EMPTY_ROOT,
  folded,
  grow,
  inclusionPath,
  rootHash,
  subtreesOf,
  type Peaks,
  type LeafSpan,
} from './tree'

const leafHash = (bytes: Buffer) => createHash('sha256').update(Buffer.of(0)).update(bytes).digest('hex')

/** Those of the reference implementation of Certificate Transparency. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the roots are those of RFC 6962', () => {
  expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  const peaks: Peaks = []
  const roots = INPUTS.map((input) => {
    grow(peaks, leafHash(Buffer.from(input, 'hex')))
    return rootHash(peaks)
  })
  expect(roots).toEqual(ROOTS)
})

/** A tree as it is stored: by each leaf the hashes that are complete with it. */
function givenTree(size: number) {
  const peaks: Peaks = []
  const rows: string[][] = []
  const roots = [EMPTY_ROOT]
  for (let index = 0; index < size; index++) {
    rows.push(grow(peaks, leafHash(Buffer.from(String(index)))))
    roots.push(rootHash(peaks))
  }
  const over = ({ start, count }: LeafSpan) => {
    const parts = subtreesOf(start, count).map(({ level, at }) => rows[(at + 1) * 2 ** level - 1]?.[level])
    return folded(parts.map((hash) => hash ?? '')) ?? ''
  }
  return { rows, roots, over }
}

const tree = givenTree(300)
const rootAt = (size: number) => tree.roots[size] ?? ''
const leafAt = (index: number) => tree.rows[index]?.[0] ?? ''

test('whoever follows the RFC finds every leaf in the tree of every size, and no other one', () => {
  const places = fc
    .integer({ min: 1, max: 300 })
    .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }))
  fc.assert(
    fc.property(places, fc.nat(299), ({ size, index }, other) => {
      const proof = { index, size, path: inclusionPath(index, size).map(tree.over), root: rootAt(size) }
      expect(isIncluded({ ...proof, leaf: leafAt(index) })).toBe(true)
      expect(isIncluded({ ...proof, leaf: leafAt(other) })).toBe(other === index)
      expect(proof.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
    }),
    { numRuns: 500 },
  )
})

test('and that a tree goes on with an earlier one, and with no other', () => {
  const sizes = fc
    .integer({ min: 1, max: 300 })
    .chain((second) => fc.record({ second: fc.constant(second), first: fc.integer({ min: 1, max: second }) }))
  fc.assert(
    fc.property(sizes, ({ first, second }) => {
      const path = consistencyPath(first, second).map(tree.over)
      const proof = { first, second, firstRoot: rootAt(first), secondRoot: rootAt(second), path }
      expect(isConsistent(proof)).toBe(true)
      expect(isConsistent({ ...proof, firstRoot: leafHash(Buffer.from('another')) })).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('in a tree of a million a proof has at most twenty hashes', () => {
  const size = 1_000_000
  const peaks: Peaks = []
  const spans = [0, 654_321, size - 1].map((index) => ({ index, path: inclusionPath(index, size) }))
  const wanted = new Map<string, string>()
  const parts = new Map(
    spans
      .flatMap(({ path }) => path.flatMap(({ start, count }) => subtreesOf(start, count)))
      .map((node) => [`${(node.at + 1) * 2 ** node.level - 1} ${node.level}`, node]),
  )
  const leaves = new Map<number, string>()
  for (let index = 0; index < size; index++) {
    const completed = grow(peaks, leafHash(Buffer.from(String(index))))
    if (spans.some((span) => span.index === index)) leaves.set(index, completed[0] ?? '')
    for (const [level, hash] of completed.entries())
      if (parts.has(`${index} ${level}`)) wanted.set(`${index} ${level}`, hash)
  }
  const over = ({ start, count }: LeafSpan) => {
    const hashes = subtreesOf(start, count).map(
      ({ level, at }) => wanted.get(`${(at + 1) * 2 ** level - 1} ${level}`) ?? '',
    )
    return folded(hashes) ?? ''
  }
  for (const { index, path } of spans) {
    expect(path.length).toBeLessThanOrEqual(20)
    const proof = { index, size, path: path.map(over), root: rootHash(peaks) }
    expect(isIncluded({ ...proof, leaf: leaves.get(index) ?? '' })).toBe(true)
  }
})
