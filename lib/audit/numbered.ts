import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { db } from '../db/client'
import { listLeaves, listSeals, listStored, type StoredLeaf, type StoredSeal } from './stored'
import type { StoredEvent } from './stored-event'

const PAGE = 1_000

/** A number with what is stored under it. */
export type Numbered = { seq: number; event?: StoredEvent; leaf?: StoredLeaf; seal?: StoredSeal }

type Page = [StoredEvent[], StoredLeaf[], StoredSeal[]]

/**
 * Every number up to `end` that has something, from the first one on, in parts. One that is there twice comes twice, the second
 * time with some of it.
 */
export async function* listNumbered(end: number): AsyncGenerator<Numbered[]> {
  // From below any number that is given: what was put there is no less wrong.
  let after = -Infinity
  for (let next = readPage(null, end); after < end;) {
    const page = await next
    const upTo = Math.min(...page.map((rows) => wholeUpTo(rows, end)))
    after = Math.max(upTo, after + 1)
    // The database goes on while this page is looked at; who stops then is not told of what becomes of it.
    if (after < end) next = readPage(after, end)
    next.catch(() => {})
    // What it is asked is sent in a turn of its own, before whoever looks takes all of this one.
    await setImmediate()
    yield merged(page, upTo)
  }
}

function readPage(after: number | null, upTo: number): Promise<Page> {
  const range = { after, upTo, limit: PAGE }
  return Promise.all([listStored(db(), range), listLeaves(db(), range), listSeals(db(), range)])
}

/** The last number of a full page may go on in the next one. */
function wholeUpTo(page: { seq: number }[], end: number): number {
  const last = page[PAGE - 1]
  return last ? last.seq - 1 : end
}

function merged([events, leaves, seals]: Page, upTo: number): Numbered[] {
  const all: Numbered[] = []
  for (let [e, l, s] = [0, 0, 0]; ;) {
    const [event, leaf, seal] = [events[e], leaves[l], seals[s]]
    const seq = Math.min(event?.seq ?? Infinity, leaf?.seq ?? Infinity, seal?.seq ?? Infinity)
    if (seq > upTo) return all
    const numbered: Numbered = { seq }
    if (event?.seq === seq) [numbered.event, e] = [event, e + 1]
    if (leaf?.seq === seq) [numbered.leaf, l] = [leaf, l + 1]
    if (seal?.seq === seq) [numbered.seal, s] = [seal, s + 1]
    all.push(numbered)
  }
}
