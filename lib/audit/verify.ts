import 'server-only'
import { gt } from 'drizzle-orm'
import type { Operator } from '../auth/operator'
import { db } from '../db/client'
import { auditEvents } from '../db/schema/audit'
import { findAnotherAddress } from './addresses'
import { chained, GENESIS } from './chain'
import { findNeverGiven } from './given-numbers'
import type { Head, KeptHead } from './head'
import { listNumbered, type Numbered } from './numbered'
import { findEnds, findUnsealedSince } from './stored'
import { isWhollySealed, leafOf } from './stored-event'
import { grow, rootHash, type Peaks } from './tree'

/** `removed`: what sealed it is there, or what sealed those after it. `cut_off`: it and what came after it, as the earlier head says. `another_address`: it is as it was, and not where it came from. */
type Flaw = 'altered' | 'removed' | 'added' | 'cut_off' | 'not_of_head' | 'another_address'
type Found = { flaw: Flaw; seq: number }
/** How many events the earlier heads vouch for, and when the first was told for which none does (ISO 8601), null where there is none. */
type Covered = { size: number; uncoveredSince: string | null }
/** `unsealedSince` is when the oldest was told that is not sealed yet (ISO 8601), null where all are; `covered` is null without heads. */
type Sound = { flaw: null; head: Head; unsealed: number; unsealedSince: string | null; covered: Covered | null }
/** `seq` is the first row that is not as it was, or where it was; one whose number was never given is named before any other. */
export type Verdict = Found | Sound

/** How far the verification has come; `chain` is null once nothing is held against one any more. */
type Reached = { size: number; seq: number; peaks: Peaks; chain: string | null }
type Against = { treeEnd: number; chainSize: number }

/**
 * Holds every sealed event against the tree, those of before it against their chain too, the whole against every earlier head, since
 * whoever made the log anew has had a later one written, and the addresses that are known against their events. Changes nothing.
 */
export async function verifyEvents(_actor: Operator, earlier: KeptHead[]): Promise<Verdict> {
  const ends = await findEnds(db())
  const neverGiven = await findNeverGiven(db())
  // It may be sealed, out of its turn: what was sealed after it stands before it.
  if (neverGiven !== null) return { flaw: 'added', seq: neverGiven }
  const { bySize, longest, ofChain } = inOrder(earlier)
  const against = { treeEnd: ends.tree, chainSize: Math.max(ends.chained, ofChain) }
  const reached: Reached = { size: 0, seq: 0, peaks: [], chain: GENESIS }
  let firstUncovered: string | null = null
  for await (const part of listNumbered(Math.max(ends.tree, ends.chain))) {
    for (const numbered of part) {
      const found = advance(reached, numbered, against) ?? againstHeads(reached, bySize.get(reached.size))
      if (found) return found
      if (reached.size === longest + 1) firstUncovered = numbered.event?.at ?? null
    }
  }
  if (reached.size < longest) return { flaw: 'cut_off', seq: reached.seq + 1 }
  const [moved, unsealed, unsealedSince] = await Promise.all([
    findAnotherAddress(db()),
    db().$count(auditEvents, gt(auditEvents.seq, ends.tree)),
    findUnsealedSince(db(), ends.tree),
  ])
  if (moved !== null) return { flaw: 'another_address', seq: moved }
  const head = { size: sizeOf(reached.peaks), seq: ends.tree, root: rootHash(reached.peaks) }
  const covered = earlier.length > 0 ? { size: longest, uncoveredSince: firstUncovered ?? unsealedSince } : null
  return { flaw: null, head, unsealed, unsealedSince, covered }
}

/** Heads by how many events they are over, and the most that one is over, of all and of the chain. */
function inOrder(heads: KeptHead[]) {
  const bySize = new Map<number, KeptHead[]>()
  for (const head of heads) bySize.set(head.size, [...(bySize.get(head.size) ?? []), head])
  return { bySize, longest: longestOf(heads), ofChain: longestOf(heads.filter(({ of }) => of === 'chain')) }
}

function longestOf(heads: KeptHead[]): number {
  return heads.reduce((longest, { size }) => Math.max(longest, size), 0)
}

function advance(reached: Reached, { seq, event, leaf, seal }: Numbered, against: Against): Found | null {
  // No number that is given grows so large or small that its neighbour is written alike.
  if (!Number.isSafeInteger(seq)) return { flaw: 'added', seq }
  if (seq <= against.treeEnd && !leaf) return event ? { flaw: 'added', seq } : { flaw: 'removed', seq }
  // Where the event is gone with what sealed it, only the count shows it.
  if (leaf && leaf.index !== reached.size) return { flaw: 'removed', seq: reached.seq + 1 }
  if (!event) return { flaw: 'removed', seq }
  reached.size += 1
  reached.seq = seq
  if (!isWhollySealed(event)) return { flaw: 'altered', seq }
  if (leaf && grow(reached.peaks, leafOf(event)).join('') !== leaf.hashes) return { flaw: 'altered', seq }
  reached.chain = reached.chain && reached.size <= against.chainSize ? chained(reached.chain, event) : null
  if (!seal) return null
  if (seal.size !== reached.size) return { flaw: seal.size > reached.size ? 'removed' : 'added', seq }
  return reached.chain === seal.hash ? null : { flaw: 'altered', seq }
}

/** Of those who kept a head of this size. */
function againstHeads({ seq, peaks, chain }: Reached, heads: KeptHead[] = []): Found | null {
  const isMet = heads.every(({ of, root }) => root === (of === 'chain' ? chain : rootHash(peaks)))
  return isMet ? null : { flaw: 'not_of_head', seq }
}

function sizeOf(peaks: Peaks): number {
  return peaks.reduce((size, { level }) => size + 2 ** level, 0)
}
