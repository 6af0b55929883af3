import 'server-only'
import { and, desc, eq, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { May } from '../../auth/viewer'
import { db } from '../../db/client'
import { addressOwner, alsoNamedIn, auditEvents, auditLeaves, auditOrigins } from '../../db/schema/audit'
import { members } from '../../db/schema/members'
import { DebriefError } from '../../errors'
import { readCursor, writeCursor } from '../../interviews/list/cursor'
import type { Author } from '../../members/member'
import { findSealedUpTo } from '../given-numbers'
import { findKept } from '../keep-head'
import { findUnsealedSince, listStored } from '../stored'
import { leafOf, writtenEvent } from '../stored-event'
import { consistencyPath, inclusionPath } from '../tree'
import { findHead, findSealed, readSpans } from '../tree-store'
import type { LogFilter } from './log-search'
import type { InclusionProof, LogHead, LogPage } from './logged-event'
import { namesOf, toLogged } from './named'

const PAGE = 50
/** What its cursors are of. */
const ORDER = 'place in the audit log'

/** The newest first, so many a page. Throws `invalid_input` for a cursor that this list did not give. */
export async function listLog(admin: May<'audit.read'>, filter: LogFilter, limit = PAGE): Promise<LogPage> {
  const before = filter.cursor === null ? null : readPlace(filter.cursor)
  const rows = await db()
    .select({ ...LOGGED, address: auditOrigins.address })
    .from(auditEvents)
    .leftJoin(removed, and(isNotNull(removed.removedAt), sql`${removed.id}::text = ${addressOwner(auditEvents)}`))
    // One that they had in common with others is known still, and not to be told of them.
    .leftJoin(auditOrigins, and(eq(auditOrigins.pseudonym, auditEvents.origin), isNull(removed.id)))
    .where(and(matching(filter), before === null ? undefined : lt(auditEvents.seq, before)))
    .orderBy(desc(auditEvents.seq))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const names = await namesOf(admin, page)
  return {
    items: page.map((row) => toLogged(row, names)),
    nextCursor: last ? writeCursor(ORDER, { value: last.seq, id: String(last.seq) }) : null,
  }
}

const removed = alias(members, 'removed')

const LOGGED = {
  seq: auditEvents.seq,
  at: auditEvents.at,
  actorKind: auditEvents.actorKind,
  actorId: auditEvents.actorId,
  sessionId: auditEvents.sessionId,
  code: auditEvents.code,
  about: auditEvents.about,
  payload: auditEvents.payload,
}

function matching({ member, interview, codes }: LogFilter): SQL | undefined {
  const { actorId, about, code } = auditEvents
  return and(
    member === null ? undefined : or(eq(actorId, member), eq(about, member), eq(alsoNamedIn(auditEvents), member)),
    interview === null ? undefined : or(eq(about, interview), eq(alsoNamedIn(auditEvents), interview)),
    codes.length === 0 ? undefined : inArray(code, codes),
  )
}

function readPlace(cursor: string): number {
  return Number(readCursor(ORDER, cursor, 'number').value)
}

/** Everybody who can stand in the log, in the order of their emails. */
export function listActors(_admin: May<'audit.read'>): Promise<Author[]> {
  return db().select({ id: members.id, email: members.email, name: members.name }).from(members).orderBy(members.email)
}

/** How far the log is sealed; with `since`, what proves that the tree goes on with that of so many events (RFC 6962, 2.1.2). */
export async function findLogHead(
  _admin: May<'audit.read'>,
  since: number | null = null,
): Promise<LogHead & { consistency?: string[] }> {
  const [head, kept] = await Promise.all([findHead(db()), findKept()])
  const consistency = since === null ? {} : { consistency: await readConsistency(since, head.size) }
  const at = head.at && new Date(head.at).toISOString()
  const unsealedSince = await findUnsealedSince(db(), await findSealedUpTo(db()))
  return { ...head, at, unsealedSince, now: new Date().toISOString(), kept, ...consistency }
}

async function readConsistency(before: number, size: number): Promise<string[]> {
  if (before > size)
    throw new DebriefError('invalid_input', { detail: `The parameter since has to be at most ${size}.` })
  return readSpans(db(), consistencyPath(before, size))
}

/** Of the event with this number, in the tree of `size` leaves, or all of it. Throws `audit_event_not_found` where that has no such event. */
export async function findProof(
  _admin: May<'audit.read'>,
  seq: number,
  size: number | null = null,
): Promise<InclusionProof> {
  const [[event], [leaf], sealed] = await Promise.all([
    listStored(db(), { after: seq - 1, upTo: seq, limit: 1 }),
    db().select({ index: auditLeaves.index }).from(auditLeaves).where(eq(auditLeaves.seq, seq)),
    findSealed(db()),
  ])
  const within = size ?? sealed.size
  if (!event || !leaf || leaf.index >= within || within > sealed.size) throw new DebriefError('audit_event_not_found')
  return {
    ...{ seq, index: leaf.index, size: within },
    ...{ event: writtenEvent(event), leaf: leafOf(event) },
    path: await readSpans(db(), inclusionPath(leaf.index, within)),
  }
}
