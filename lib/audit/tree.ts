import { hash } from 'node:crypto'

/** The Merkle tree of RFC 6962 (2.1), over SHA-256; hashes are hexadecimal, which costs the collector less than as many buffers. */

export const HASH_BYTES = 32
/** The root over nothing. */
export const EMPTY_ROOT = hash('sha256', '')

/** A subtree that is complete: over 2^level leaves, the `at`th of its level. */
export type TreeNode = { level: number; at: number }
/** The complete subtrees of a tree from the greatest to the smallest, by which it goes on. */
export type Peaks = { level: number; hash: string }[]

/** A byte 1, and room for both sides: there is one, since nothing is hashed at the same time. */
const NODE = Buffer.alloc(1 + 2 * HASH_BYTES, 1)

function nodeHash(left: string, right: string): string {
  NODE.write(left, 1, 'hex')
  NODE.write(right, 1 + HASH_BYTES, 'hex')
  return hash('sha256', NODE)
}

/** One more leaf; the hashes of the subtrees that are complete with it, from the leaf's own up. */
export function grow(peaks: Peaks, leaf: string): string[] {
  const completed = [leaf]
  let top = leaf
  while (peaks.at(-1)?.level === completed.length - 1) {
    top = nodeHash(peaks.pop()?.hash ?? top, top)
    completed.push(top)
  }
  peaks.push({ level: completed.length - 1, hash: top })
  return completed
}

export function rootHash(peaks: Peaks): string {
  return folded(peaks.map(({ hash: top }) => top)) ?? EMPTY_ROOT
}

/** The root over subtrees that stand side by side; null over none. */
export function folded(hashes: string[]): string | null {
  return hashes.reduceRight<string | null>((right, left) => (right ? nodeHash(left, right) : left), null)
}

/** The complete subtrees that make up so many leaves from `start` on, where `start` is the beginning of a subtree no smaller. */
export function subtreesOf(start: number, count: number): TreeNode[] {
  const nodes: TreeNode[] = []
  for (let [from, left] = [start, count]; left > 0;) {
    const level = Math.floor(Math.log2(left))
    nodes.push({ level, at: from / 2 ** level })
    from += 2 ** level
    left -= 2 ** level
  }
  return nodes
}

/** Leaves from `start` on whose root is one hash of a proof. */
export type LeafSpan = { start: number; count: number }

/** What a leaf is proven by to be in a tree of this size, in the order of RFC 6962 (2.1.1). */
export function inclusionPath(index: number, size: number): LeafSpan[] {
  return pathWithin({ index, start: 0, count: size })
}

function pathWithin({ index, start, count }: LeafSpan & { index: number }): LeafSpan[] {
  if (count <= 1) return []
  const half = halfOf(count)
  const [left, right] = [
    { start, count: half },
    { start: start + half, count: count - half },
  ]
  return index < right.start ? [...pathWithin({ index, ...left }), right] : [...pathWithin({ index, ...right }), left]
}

/** What proves that a tree of `size` goes on with one of `before` leaves, in the order of RFC 6962 (2.1.2). */
export function consistencyPath(before: number, size: number): LeafSpan[] {
  if (before === 0) return []
  return consistentWithin({ before, start: 0, count: size, isWhole: true })
}

type Within = LeafSpan & { before: number; isWhole: boolean }

function consistentWithin({ before, start, count, isWhole }: Within): LeafSpan[] {
  if (before === count) return isWhole ? [] : [{ start, count }]
  const half = halfOf(count)
  const [left, right] = [
    { start, count: half },
    { start: start + half, count: count - half },
  ]
  if (before <= half) return [...consistentWithin({ before, ...left, isWhole }), right]
  return [...consistentWithin({ before: before - half, ...right, isWhole: false }), left]
}

/** The greatest power of two below it. */
function halfOf(count: number): number {
  return 2 ** Math.ceil(Math.log2(count) - 1)
}
