import 'server-only'
import { desc, eq } from 'drizzle-orm'
import type { May, Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db, type Executor } from '../db/client'
import { members } from '../db/schema/members'
import { declineReasons, statusVersions } from '../db/schema/statuses'
import { rowsAtMost } from '../db/fixed-limit'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'
import type { HiddenReason, StandingStatus } from '../interviews/status'
import { requireFlow } from '../flows/require-flow'
import { USUAL_DECLINE_REASONS } from './decline-reasons'
import type { StatusHistory } from './outcome'

const MOST_VERSIONS = 50
const HIDDEN: HiddenReason = { is: 'hidden', until: 'my_vote' }

const by = { id: members.id, email: members.email, name: members.name }

/** Of those of these interviews that the reader sees, in no order. */
export async function listStandingStatuses(
  reader: Reader,
  ids: InterviewId[],
  on: Executor = db(),
): Promise<({ id: string } & StandingStatus)[]> {
  const rows = await on
    .select({
      ...{
        id: seen.id,
        status: seen.status,
        reason: seen.statusReason,
        at: seen.statusAt,
        version: seen.statusVersion,
      },
      ...{ by, showsReason: mayKnow(seen.statusBy) },
    })
    .from(interviewsOf(reader))
    .leftJoin(members, eq(members.id, seen.statusBy))
    .where(isAmong(seen.id, ids))
  return rows.map(({ id, status, by, at, version, reason, showsReason }) => {
    if (by === null || at === null || version === null)
      return { id, status, reason: null, by: null, at: null, version: null }
    return { id, status, reason: showsReason ? reason : HIDDEN, by, at: new Date(at).toISOString(), version }
  })
}

/** The status that stands and those before it, no more than fifty. Throws `interview_not_found`. */
export async function findStatus(reader: Reader, interviewId: InterviewId): Promise<StatusHistory> {
  const [standing] = await listStandingStatuses(reader, [interviewId])
  if (!standing) throw new DebriefError('interview_not_found')
  const { id: version, status, reason, setBy, setAt, replaces } = statusVersions
  const rows = await db()
    .select({
      ...{ version, status, reason, by, at: setAt },
      // Read with them: what is set meanwhile would look as if it were taken back.
      ...{ replaces, stands: seen.statusVersion },
      showsReason: mayKnow(setBy),
    })
    .from(statusVersions)
    .innerJoin(members, eq(members.id, setBy))
    .innerJoin(interviewsOf(reader), eq(seen.id, statusVersions.interviewId))
    .where(eq(statusVersions.interviewId, interviewId))
    .orderBy(desc(setAt), desc(version))
    .limit(rowsAtMost(MOST_VERSIONS))
  const held = heldBy(rows, rows[0]?.stands ?? null)
  const versions = rows.map((row) => ({
    ...{ version: row.version, status: row.status, by: row.by },
    at: new Date(row.at).toISOString(),
    reason: row.showsReason ? row.reason : HIDDEN,
    isTakenBack: !held.has(row.version),
  }))
  const { id: _, ...stands } = standing
  return { ...stands, versions }
}

/** The one that stands and those whose place it took: what is not among them was taken back. */
function heldBy(versions: { version: string; replaces: string | null }[], stands: string | null): Set<string> {
  const before = new Map(versions.map(({ version, replaces }) => [version, replaces]))
  const held = new Set<string>()
  for (let version = stands; version !== null; version = before.get(version) ?? null) held.add(version)
  return held
}

/** What those who decline somebody of this flow choose among. Throws `flow_not_found`. */
export async function listDeclineReasons(reader: May<'status.set'>, flowId: string): Promise<readonly string[]> {
  await requireFlow(reader, flowId, db())
  const { reasons } = declineReasons
  const [own] = await db().select({ reasons }).from(declineReasons).where(eq(declineReasons.flowId, flowId))
  return own?.reasons ?? USUAL_DECLINE_REASONS
}
