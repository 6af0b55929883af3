import 'server-only'
import { and, asc, gt, lte, max } from 'drizzle-orm'
import type { Operator } from '../auth/operator'
import { db } from '../db/client'
import { auditEvents, auditSeals } from '../db/schema/audit'
import { chained, GENESIS, type StoredEvent } from './chain'
import type { Head } from './head'
import { listStored, type SeqRange } from './stored'

const PAGE = 1_000

/** `removed`: the seal of it is there, or of those after it. `cut_off`: it and what came after it, as the earlier head says. */
type Flaw = 'altered' | 'removed' | 'added' | 'cut_off' | 'not_of_head'
/** `seq` is the first row that is not as it was, or where it was. */
export type Verdict = { flaw: Flaw; seq: number } | { flaw: null; head: Head; unsealed: number }

type Seal = typeof auditSeals.$inferSelect
type Numbered = { seq: number; event?: StoredEvent; seal?: Seal }

/** Holds every sealed event against its seal, and the chain against an earlier head. Changes nothing. */
export async function verifyEvents(_actor: Operator, earlier: Head | null): Promise<Verdict> {
  const [last] = await db()
    .select({ seq: max(auditSeals.seq) })
    .from(auditSeals)
  const end = last?.seq ?? 0
  let reached: Seal = { size: 0, seq: 0, hash: GENESIS }
  for await (const numbered of listNumbered(end)) {
    const flaw = flawOf(numbered, reached)
    if (flaw) return flaw
    const { seq, event, seal } = numbered
    if (event && seal) reached = { size: seal.size, seq, hash: seal.hash }
    if (earlier && reached.size === earlier.size && toHead(reached).hash !== earlier.hash)
      return { flaw: 'not_of_head', seq }
  }
  if (earlier && reached.size < earlier.size) return { flaw: 'cut_off', seq: reached.seq + 1 }
  return { flaw: null, head: toHead(reached), unsealed: await db().$count(auditEvents, gt(auditEvents.seq, end)) }
}

function flawOf({ seq, event, seal }: Numbered, before: Seal): Verdict | null {
  if (!seal) return { flaw: 'added', seq }
  // Where the event is gone with its seal, only the count shows it.
  if (seal.size !== before.size + 1) return { flaw: 'removed', seq: before.seq + 1 }
  if (!event) return { flaw: 'removed', seq }
  return chained(before.hash, event).equals(seal.hash) ? null : { flaw: 'altered', seq }
}

/** Every number that has an event or a seal, from the first one on. One that is there twice comes twice, the second time with one of them. */
async function* listNumbered(end: number): AsyncGenerator<Numbered> {
  // From below any number that is given: what was put there is no less wrong.
  for (let after = Number.MIN_SAFE_INTEGER; after < end;) {
    const range = { after, upTo: end, limit: PAGE }
    const [events, seals] = await Promise.all([listStored(db(), range), listSeals(range)])
    const upTo = Math.min(wholeUpTo(events, end), wholeUpTo(seals, end))
    while (Math.min(events[0]?.seq ?? Infinity, seals[0]?.seq ?? Infinity) <= upTo) yield nextOf(events, seals)
    after = Math.max(upTo, after + 1)
  }
}

/** The last number of a full page may go on in the next one. */
function wholeUpTo(page: { seq: number }[], end: number): number {
  const last = page[PAGE - 1]
  return last ? last.seq - 1 : end
}

function nextOf(events: StoredEvent[], seals: Seal[]): Numbered {
  const seq = Math.min(events[0]?.seq ?? Infinity, seals[0]?.seq ?? Infinity)
  return {
    seq,
    event: events[0]?.seq === seq ? events.shift() : undefined,
    seal: seals[0]?.seq === seq ? seals.shift() : undefined,
  }
}

function listSeals({ after, upTo, limit }: SeqRange): Promise<Seal[]> {
  return db()
    .select()
    .from(auditSeals)
    .where(and(gt(auditSeals.seq, after), lte(auditSeals.seq, upTo)))
    .orderBy(asc(auditSeals.seq), asc(auditSeals.size))
    .limit(limit)
}

function toHead({ size, seq, hash }: Seal): Head {
  return { size, seq, hash: hash.toString('hex') }
}
