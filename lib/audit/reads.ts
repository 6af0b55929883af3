import 'server-only'
import { sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { inParts } from '../db/in-parts'
import { auditEvents, auditOrigins, auditReads } from '../db/schema/audit'
import { isUnstorable } from '../db/unstorable'
import { log } from '../log'
import { auditEvent, type AuditEvent } from './event'
import { findOrigin } from './origin'
import { present } from './present'
import { ENCODING } from './stored-event'

const EVERY_MS = 250
/** So much of one member's waits at once; whoever looks at more is kept waiting until it is told. */
const MOST_OF_ONE = 1_000

/** So long a search has to stand before it is told, in milliseconds: who types goes on. */
const SEARCH_STANDS_MS = 2_000

type Read = {
  session: string
  member: string
  code: string
  about: string | null
  payload: object
  subject: string
  origin: string | null
  address: string | null
  salt: string | null
}

/** What is told once the clock is at `due`, in milliseconds; `typed` as `Looked` has it. */
type Waiting = { read: Read; due: number; typed: string | null }
/** Of each member by what it is of: one who looks at much takes no room from the others. */
type WaitingOfAll = Map<string, Map<string, Waiting>>

/** `subject` is what is looked at, which is told once a session, address and hour; `typed` what was searched for. */
export type Looked = { event: AuditEvent; subject: string; typed?: string }

// Next loads a module several times in one process; what is looked at is told together.
const shared = globalThis as typeof globalThis & {
  debriefReads?: WaitingOfAll | undefined
  debriefTelling?: Promise<void> | undefined
}

function waitingOf(memberId: string): Map<string, Waiting> {
  const all: WaitingOfAll = (shared.debriefReads ??= new Map())
  const mine = all.get(memberId) ?? new Map<string, Waiting>()
  all.set(memberId, mine)
  return mine
}

/** Whoever reads does not wait for it to be told, but for room where they have filled theirs: nobody hides a look behind a flood. */
export async function noteReads({ sessionId, memberId }: Viewer, looked: Looked[]): Promise<void> {
  const mine = waitingOf(memberId)
  const origin = await findOrigin(memberId)
  // Whoever has another's cookie is not hidden by what its member looks at.
  const from = { session: sessionId, origin: origin?.pseudonym ?? null }
  const isNew = ({ event, subject }: Looked) => !mine.has(keyOf(from, event, subject))
  for (const { event, subject, typed } of looked.filter(isNew)) {
    if (mine.size >= MOST_OF_ONE && !(await makeRoom(mine)))
      return log.warn({ code: event.code }, 'what was looked at could not be told')
    const { code, about, payload } = auditEvent.parse(event)
    const read = {
      ...{ ...from, member: memberId, code, about, payload, subject },
      ...{ address: origin?.address ?? null, salt: origin?.salt ?? null },
    }
    if (typed !== undefined) forgetBeginnings(mine, from, typed)
    const due = typed === undefined ? 0 : Date.now() + SEARCH_STANDS_MS
    mine.set(keyOf(from, event, subject), { read, due, typed: typed ?? null })
  }
}

/** In which session, and from which address. */
type From = Pick<Read, 'session' | 'origin'>

function keyOf({ session, origin }: From, { code }: AuditEvent, subject: string): string {
  return JSON.stringify([session, origin, code, subject])
}

/** False where it cannot be told now. However many wait for it, it is told once. */
async function makeRoom(mine: Map<string, Waiting>): Promise<boolean> {
  while (mine.size >= MOST_OF_ONE) {
    shared.debriefTelling ??= tellReads().finally(() => {
      shared.debriefTelling = undefined
    })
    const isTold = await shared.debriefTelling.then(
      () => true,
      () => false,
    )
    if (!isTold) return false
  }
  return true
}

/** Who types a word on has not searched for its beginning, unless they stayed with it; who adds another word has searched for those before. */
function forgetBeginnings(mine: Map<string, Waiting>, { session, origin }: From, typed: string) {
  for (const [key, { read, due, typed: former }] of mine) {
    if (former === null || read.session !== session || read.origin !== origin || due <= Date.now()) continue
    if (typed.startsWith(former) && /^\S/.test(typed.slice(former.length))) mine.delete(key)
  }
}

/** Tells what was looked at, soon after it was, until `stop`. */
export function startTellingReads(): { stop: () => Promise<void> } {
  let telling: Promise<void> | null = null
  const timer = setInterval(() => {
    telling ??= tellReads(Date.now())
      .catch((cause: unknown) => log.warn({ cause }, 'what was looked at was not told yet'))
      .finally(() => {
        telling = null
      })
  }, EVERY_MS)
  const stop = async () => {
    clearInterval(timer)
    await telling
    await tellReads()
  }
  return { stop }
}

/** What is due by then, or all of it; what cannot be told now is told the next time. */
export async function tellReads(now = Infinity): Promise<void> {
  const all = [...(shared.debriefReads?.values() ?? [])]
  const told = all.flatMap((mine) =>
    [...mine].flatMap(([key, { read, due }]) => (due <= now ? [{ mine, key, read }] : [])),
  )
  for (const part of inParts(told)) await tellSome(part)
}

type Told = { mine: Map<string, Waiting>; key: string; read: Read }

/** Where the database refuses what some say, the half of them that it takes is told; one that it never will is given up: all others would wait for it. */
async function tellSome(some: Told[]): Promise<void> {
  try {
    await insertOnce(some.map(({ read }) => read))
  } catch (cause) {
    if (!isUnstorable(cause)) throw cause
    const half = Math.ceil(some.length / 2)
    if (half < some.length) {
      await tellSome(some.slice(0, half))
      return tellSome(some.slice(half))
    }
    log.error({ code: some[0]?.read.code, cause }, 'what was looked at cannot be told')
  }
  for (const { mine, key } of some) mine.delete(key)
}

/**
 * In one statement: of each what is told for the first time in this hour, by whichever replica. Who was removed meanwhile, or is at this
 * moment, leaves no address.
 */
async function insertOnce(reads: Read[]): Promise<void> {
  await db().execute(sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(reads)}::jsonb) AS given (session uuid, member uuid, code text,
        about text, payload jsonb, subject text, origin text, address text, salt text)),
    present AS (${present(sql`SELECT member FROM given`)}),
    known AS (
      INSERT INTO ${auditOrigins} (pseudonym, address, salt)
      SELECT DISTINCT origin, address, salt FROM given WHERE origin IS NOT NULL AND member IN (SELECT id FROM present)
      ORDER BY 1 ON CONFLICT DO NOTHING),
    first AS (
      INSERT INTO ${auditReads} (session_id, code, subject, hour, origin)
      SELECT session, code, subject, date_trunc('hour', now()), coalesce(origin, '') FROM given ORDER BY 1, 2, 3, 5
      ON CONFLICT DO NOTHING RETURNING session_id, code, subject, origin)
    INSERT INTO ${auditEvents} (encoding, actor_kind, actor_id, session_id, origin, code, about, payload)
    SELECT ${ENCODING}::smallint, 'member', given.member, given.session, given.origin, given.code, given.about, given.payload
    FROM given JOIN first ON (first.session_id, first.code, first.subject, first.origin)
      = (given.session, given.code, given.subject, coalesce(given.origin, ''))`)
}
