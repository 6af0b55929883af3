import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { change } from '../audit/change'
import type { AuditEvent } from '../audit/event'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { declineReasons, statuses, statusVersions } from '../db/schema/statuses'
import { DebriefError } from '../errors'
import { requireWholeFlow } from '../flows/require-flow'
import type { InterviewId } from '../interviews/interview-id'
import { lockInterviews } from '../interviews/lock'
import { interviewsOf, seen } from '../interviews/seen'
import { statusWord, type StandingStatus } from '../interviews/status'
import { memberLabel } from '../members/member'
import { withoutRemoved } from '../notes/without-removed'
import { USUAL_DECLINE_REASONS } from './decline-reasons'
import type { Decision, DeclineReasonsDraft, StatusRef } from './draft'
import type { StatusOutcome } from './outcome'
import { listStandingStatuses } from './queries'

/** Throws `interview_not_found`, and `status_changed` where another decision stands than the one that was known. */
export async function setStatus(
  viewer: May<'status.set'>,
  ref: StatusRef,
  decision: Decision,
): Promise<StandingStatus> {
  const [outcome] = await setStatuses(viewer, [ref], decision)
  if (outcome?.is === 'set') return outcome.now
  if (!outcome?.now) throw new DebriefError('interview_not_found')
  throw new DebriefError('status_changed', { detail: sentenceOf(outcome.now) })
}

/**
 * Changes those that it can, all or none where that fails; says in their order what became of each. What this member has decided
 * in the same way already counts as set: it may have been sent twice, by another tab or because its answer was lost. So does what has
 * been taken back since, which does not stand again by that.
 */
export async function setStatuses(
  viewer: May<'status.set'>,
  refs: StatusRef[],
  sent: Decision,
): Promise<StatusOutcome[]> {
  return change(viewer, async (tx) => {
    const decision = { ...sent, reason: await withoutRemoved(tx, viewer, sent.reason) }
    const wanted = new Map(refs.map((ref) => [ref.id, ref]))
    const ids = [...wanted.keys()]
    const before = await lockStanding(tx, viewer, ids)
    const decided = await findDecided(tx, refs)
    const isRefused = (stands: StandingStatus, ref: StatusRef) =>
      isChanged(stands, ref) && !isOwn(viewer, stands, decision)
    const versions = ids.flatMap((interviewId) => {
      const [stands, ref] = [before.get(interviewId), wanted.get(interviewId)]
      if (!stands || !ref || isRefused(stands, ref) || isSame(viewer, stands, decision)) return []
      const made = ref.version === undefined ? undefined : decided.get(ref.version)
      if (made?.setBy === viewer.memberId && made.interviewId === interviewId) return []
      const id = made ? crypto.randomUUID() : (ref.version ?? crypto.randomUUID())
      return [{ id, interviewId, ...decision, setBy: viewer.memberId, replaces: stands.version }]
    })
    if (versions.length > 0) await store(tx, versions)
    const after = await readStanding(tx, viewer, ids)
    return {
      told: versions.map(({ id: versionId, interviewId: about }) => toldOf('status.set', about, versionId)),
      value: [...wanted.values()].map((ref): StatusOutcome => {
        const [stood, now] = [before.get(ref.id), after.get(ref.id)]
        if (!stood || !now) return { id: ref.id, is: 'refused', code: 'interview_not_found', now: null }
        return isRefused(stood, ref)
          ? { id: ref.id, is: 'refused', code: 'status_changed', now }
          : { id: ref.id, is: 'set', now }
      }),
    }
  })
}

/**
 * What stood before these versions of the member's own stands again, where they still stand or did when it was asked for before; tells
 * what became of each that is theirs.
 */
export async function takeBackStatuses(viewer: May<'status.set'>, versions: string[]): Promise<StatusOutcome[]> {
  return change(viewer, async (tx) => {
    const own = and(inArray(statusVersions.id, versions), eq(statusVersions.setBy, viewer.memberId))
    const named = await tx
      .select({ id: sql<InterviewId>`${statusVersions.interviewId}`, replaces: statusVersions.replaces })
      .from(statusVersions)
      .innerJoin(interviewsOf(viewer), eq(seen.id, statusVersions.interviewId))
      .where(own)
    const ids = [...new Set(named.map(({ id }) => id))]
    const before = await lockStanding(tx, viewer, ids)
    const standing = ids.filter((id) => versions.includes(before.get(id)?.version ?? ''))
    if (standing.length > 0) await bringBack(tx, standing)
    const after = await readStanding(tx, viewer, ids)
    const wayBack = new Set(named.map(({ id, replaces }) => `${id} ${replaces}`))
    const isBack = (id: InterviewId) => wayBack.has(`${id} ${before.get(id)?.version}`)
    return {
      told: standing.map((id) => toldOf('status.taken_back', id, before.get(id)?.version ?? '')),
      value: ids.flatMap((id): StatusOutcome[] => {
        const now = after.get(id)
        if (!now) return []
        const isSet = standing.includes(id) || isBack(id)
        return [isSet ? { id, is: 'set', now } : { id, is: 'refused', code: 'status_changed', now }]
      }),
    }
  })
}

/**
 * What those who decline somebody of this flow choose among from now on; none of its own: the usual ones. Throws `flow_not_found` and
 * `flow_in_part`, and `decline_reasons_changed` where others stand than were known.
 */
export async function setDeclineReasons(
  viewer: May<'status.set'>,
  flowId: string,
  { reasons: sent, replaces }: DeclineReasonsDraft,
): Promise<void> {
  await change(viewer, async (tx) => {
    await requireWholeFlow(viewer, flowId, tx)
    const reasons: string[] = []
    for (const reason of sent) reasons.push(await withoutRemoved(tx, viewer, reason))
    // Its row need not be there yet.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`decline reasons of ${flowId}`}, 0))`)
    const isOfFlow = eq(declineReasons.flowId, flowId)
    const [before] = await tx.select().from(declineReasons).where(isOfFlow)
    if (isSameList(before?.reasons ?? [], reasons)) return { told: [], value: undefined }
    if (replaces && !isSameList(before?.reasons ?? USUAL_DECLINE_REASONS, replaces))
      throw new DebriefError('decline_reasons_changed')
    if (reasons.length === 0) await tx.delete(declineReasons).where(isOfFlow)
    else
      await tx
        .insert(declineReasons)
        .values({ flowId, reasons })
        .onConflictDoUpdate({ target: declineReasons.flowId, set: { reasons } })
    return { told: { code: 'decline_reasons.set', about: flowId, payload: {} }, value: undefined }
  })
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Until the transaction ends nobody else changes what stands of these. */
async function lockStanding(tx: Transaction, viewer: May<'status.set'>, ids: InterviewId[]) {
  await lockInterviews(tx, ids)
  return readStanding(tx, viewer, ids)
}

/** Those of the versions which these are to make that there are already: what is sent again since its answer was lost, if they are the sender's. */
async function findDecided(tx: Transaction, refs: StatusRef[]) {
  const named = refs.flatMap(({ version }) => version ?? [])
  const { id, interviewId, setBy } = statusVersions
  const rows = await tx.select({ id, interviewId, setBy }).from(statusVersions).where(inArray(id, named))
  return new Map(rows.map((row) => [row.id, row]))
}

async function readStanding(tx: Transaction, viewer: May<'status.set'>, ids: InterviewId[]) {
  const standing = await listStandingStatuses(viewer, ids, tx)
  return new Map(standing.map(({ id, ...stands }) => [id, stands]))
}

async function store(tx: Transaction, versions: (typeof statusVersions.$inferInsert)[]) {
  await tx.insert(statusVersions).values(versions)
  await lockStatuses(
    tx,
    versions.map(({ interviewId }) => interviewId),
  )
  await tx
    .insert(statuses)
    .values(versions.map(({ id: versionId, interviewId }) => ({ interviewId, versionId })))
    .onConflictDoUpdate({ target: statuses.interviewId, set: { versionId: sql`excluded.version_id` } })
}

async function bringBack(tx: Transaction, ids: InterviewId[]) {
  await lockStatuses(tx, ids)
  const former = sql`(SELECT ${statusVersions.replaces} FROM ${statusVersions} WHERE ${eq(statusVersions.id, statuses.versionId)})`
  await tx.update(statuses).set({ versionId: former }).where(inArray(statuses.interviewId, ids))
}

/** As whoever is called otherwise locks those that tell their name, who locks no interview. */
async function lockStatuses(tx: Transaction, ids: string[]) {
  const { interviewId: id } = statuses
  await tx.select({ id }).from(statuses).where(inArray(id, ids)).orderBy(id).for('no key update')
}

function isChanged({ version }: StandingStatus, { replaces }: StatusRef): boolean {
  return replaces !== undefined && replaces !== version
}

/** Whether there is nothing to change. A colleague's reason may be hidden, so that it must not decide. */
function isSame(viewer: May<'status.set'>, stands: StandingStatus, { status, reason }: Decision): boolean {
  return (
    isOwn(viewer, stands, { status, reason }) || (stands.status === status && !isBy(viewer, stands) && reason === null)
  )
}

/** Whether this member has decided so themselves. */
function isOwn(viewer: May<'status.set'>, stands: StandingStatus, { status, reason }: Decision): boolean {
  return isBy(viewer, stands) && stands.status === status && stands.reason === reason
}

function isBy({ memberId }: May<'status.set'>, { by }: StandingStatus): boolean {
  return by?.id === memberId
}

function toldOf(code: 'status.set' | 'status.taken_back', about: InterviewId, versionId: string): AuditEvent {
  return { code, about, payload: { versionId } }
}

function sentenceOf({ status, by }: StandingStatus): string {
  return by ? `${memberLabel(by)} set it to “${statusWord(status)}”.` : 'It is new again.'
}
