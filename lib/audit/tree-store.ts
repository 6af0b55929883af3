import 'server-only'
import { desc, inArray } from 'drizzle-orm'
import type { Executor } from '../db/client'
import { auditLeaves } from '../db/schema/audit'
import type { Head } from './head'
import { folded, HASH_BYTES, rootHash, subtreesOf, type Peaks, type LeafSpan, type TreeNode } from './tree'

/** How far the tree is stored, and when its last leaf was. */
type Sealed = { size: number; seq: number; at: string | null }

export async function findSealed(on: Executor): Promise<Sealed> {
  const { index, seq, sealedAt } = auditLeaves
  const [last] = await on.select({ index, seq, at: sealedAt }).from(auditLeaves).orderBy(desc(index)).limit(1)
  return last ? { size: last.index + 1, seq: last.seq, at: last.at } : { size: 0, seq: 0, at: null }
}

/** The peaks of the tree over the first so many leaves. Throws where one of them is gone. */
export async function readPeaks(on: Executor, size: number): Promise<Peaks> {
  const nodes = subtreesOf(0, size)
  const hashes = await readNodes(on, nodes)
  return nodes.map((node, place) => ({ level: node.level, hash: hashes[place] ?? missing(node) }))
}

export async function findHead(on: Executor): Promise<Head & { at: string | null }> {
  const { size, seq, at } = await findSealed(on)
  return { size, seq, root: rootHash(await readPeaks(on, size)), at }
}

/** The root over each of these, in hexadecimal: at most two reads of a row for each level of the tree. */
export async function readSpans(on: Executor, spans: LeafSpan[]): Promise<string[]> {
  const parts = spans.map(({ start, count }) => subtreesOf(start, count))
  const hashes = await readNodes(on, parts.flat())
  return parts.map((nodes) => folded(hashes.splice(0, nodes.length)) ?? missing(nodes[0]))
}

/** In the order of the nodes. */
async function readNodes(on: Executor, nodes: TreeNode[]): Promise<string[]> {
  if (nodes.length === 0) return []
  const rows = await on
    .select({ index: auditLeaves.index, hashes: auditLeaves.hashes })
    .from(auditLeaves)
    .where(inArray(auditLeaves.index, nodes.map(indexOf)))
  const found = new Map(rows.map(({ index, hashes }) => [index, hashes]))
  return nodes.map((node) => {
    const hash = found.get(indexOf(node))?.subarray(node.level * HASH_BYTES, (node.level + 1) * HASH_BYTES)
    return hash?.length === HASH_BYTES ? hash.toString('hex') : missing(node)
  })
}

/** The leaf with which a subtree is complete. */
function indexOf({ level, at }: TreeNode): number {
  return (at + 1) * 2 ** level - 1
}

function missing(node: TreeNode | undefined): never {
  throw new Error(`The audit tree lacks a hash: ${JSON.stringify(node)}. npm run audit -- verify says more.`)
}
