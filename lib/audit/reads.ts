import 'server-only'
import { sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { auditEvents, auditOrigins, auditReads } from '../db/schema/audit'
import { log } from '../log'
import { auditEvent, type AuditEvent } from './event'
import { findOrigin } from './origin'
import { ENCODING } from './stored-event'

const EVERY_MS = 250
/** So many wait while the database is slow; what is looked at beyond that is told the next time that it is. */
const MOST_WAITING = 1_000

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
}

/** What is told once the clock is at `due`, in milliseconds; `typed` as `noteRead` has it. */
type Waiting = { read: Read; due: number; typed: string | null }

/** `subject` is what is looked at, which is told once a session and hour; `typed` what was searched for. */
type Looked = { subject: string; typed?: string }

// Next loads a module several times in one process; what is looked at is told together.
const shared = globalThis as typeof globalThis & { debriefReads?: Map<string, Waiting> }
const waiting = () => (shared.debriefReads ??= new Map())

/** Whoever reads does not wait for it to be told. */
export async function noteRead(
  { sessionId, memberId }: Viewer,
  event: AuditEvent,
  { subject, typed }: Looked,
): Promise<void> {
  const key = JSON.stringify([sessionId, event.code, subject])
  if (waiting().has(key)) return
  if (waiting().size >= MOST_WAITING) return log.warn({ code: event.code }, 'what was looked at could not be told')
  const { code, about, payload } = auditEvent.parse(event)
  const origin = await findOrigin()
  const read = {
    ...{ session: sessionId, member: memberId, code, about, payload, subject },
    ...{ origin: origin?.pseudonym ?? null, address: origin?.address ?? null },
  }
  if (typed !== undefined) forgetBeginnings(sessionId, typed)
  const due = typed === undefined ? 0 : Date.now() + SEARCH_STANDS_MS
  waiting().set(key, { read, due, typed: typed ?? null })
}

/** Who goes on typing has not searched for what stood there on the way, unless they stayed with it. */
function forgetBeginnings(sessionId: string, typed: string) {
  for (const [key, { read, typed: former }] of waiting())
    if (read.session === sessionId && former !== null && typed.startsWith(former)) waiting().delete(key)
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
  const told = [...waiting()].filter(([, { due }]) => due <= now)
  if (told.length === 0) return
  for (const [key] of told) waiting().delete(key)
  try {
    await insertOnce(told.map(([, { read }]) => read))
  } catch (error) {
    shared.debriefReads = new Map([...told, ...waiting()].slice(0, MOST_WAITING))
    throw error
  }
}

/** In one statement: of each what is told for the first time in this hour, by whichever replica. */
async function insertOnce(reads: Read[]): Promise<void> {
  await db().execute(sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(reads)}::jsonb) AS given (session uuid, member uuid, code text,
        about text, payload jsonb, subject text, origin text, address text)),
    known AS (
      INSERT INTO ${auditOrigins} (pseudonym, address) SELECT DISTINCT origin, address FROM given WHERE origin IS NOT NULL
      ORDER BY 1 ON CONFLICT DO NOTHING),
    first AS (
      INSERT INTO ${auditReads} (session_id, code, subject, hour)
      SELECT session, code, subject, date_trunc('hour', now()) FROM given ORDER BY 1, 2, 3
      ON CONFLICT DO NOTHING RETURNING session_id, code, subject)
    INSERT INTO ${auditEvents} (encoding, actor_kind, actor_id, session_id, origin, code, about, payload)
    SELECT ${ENCODING}::smallint, 'member', given.member, given.session, given.origin, given.code, given.about, given.payload
    FROM given JOIN first ON (first.session_id, first.code, first.subject) = (given.session, given.code, given.subject)`)
}
