import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ScoreName } from '../assessment/scores'
import { change } from '../audit/change'
import type { AuditEvent } from '../audit/event'
import { requirePresent } from '../audit/present'
import { isAllowed } from '../auth/permissions'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { invalidations, scoreOverrides } from '../db/schema/validity'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { lockInterview } from '../interviews/lock'
import { interviewsOf, requireSeen, seen } from '../interviews/seen'
import { withoutRemoved } from '../notes/without-removed'
import type { InvalidationDraft, OverrideDraft } from './draft'

type ScoreRef = { interviewId: InterviewId; score: ScoreName }

/** Its author's newer words take the place of theirs. Throws `interview_not_found`, and `invalid_already` where a colleague has marked it. */
export async function invalidateInterview(
  viewer: May<'interview.invalidate'>,
  interviewId: InterviewId,
  { cause, ...sent }: InvalidationDraft,
): Promise<void> {
  await change(viewer, async (tx) => {
    await requirePresent(tx, viewer)
    await requireSeen(viewer, interviewId, tx)
    const reason = await withoutRemoved(tx, viewer, sent.reason)
    const stands = await lockInvalidation(tx, interviewId)
    if (stands && stands.authorId !== viewer.memberId) throw new DebriefError('invalid_already')
    if (stands?.cause === cause && stands.reason === reason) return { told: [], value: undefined }
    if (stands) await withdraw(tx, viewer, stands.id)
    const [marked] = await tx
      .insert(invalidations)
      .values({ interviewId, authorId: viewer.memberId, cause, reason })
      .returning({ id: invalidations.id })
    const told: AuditEvent[] = marked
      ? [{ code: 'interview.invalidated', about: interviewId, payload: { invalidationId: marked.id } }]
      : []
    return { told, value: undefined }
  })
}

/** What is not marked stays so. Throws `interview_not_found`, and `invalidation_not_yours` for who may not decide about colleagues' marks. */
export async function withdrawInvalidation(
  viewer: May<'interview.invalidate'>,
  interviewId: InterviewId,
): Promise<void> {
  await change(viewer, async (tx) => {
    await requirePresent(tx, viewer)
    await requireSeen(viewer, interviewId, tx)
    const stands = await lockInvalidation(tx, interviewId)
    if (!stands) return { told: [], value: undefined }
    const mayDecide = stands.authorId === viewer.memberId || isAllowed(viewer.role, 'status.set')
    if (!mayDecide) throw new DebriefError('invalidation_not_yours')
    await withdraw(tx, viewer, stands.id)
    const payload = { invalidationId: stands.id }
    return { told: { code: 'interview.validated', about: interviewId, payload }, value: undefined }
  })
}

/** Its author's newer words take the place of theirs. Throws `interview_not_found`, and `score_not_shown` where the member sees no such score. */
export async function overrideScore(viewer: May<'score.override'>, ref: ScoreRef, sent: OverrideDraft): Promise<void> {
  const { interviewId, score } = ref
  await change(viewer, async (tx) => {
    await requirePresent(tx, viewer)
    await requireSeen(viewer, interviewId, tx)
    const reason = await withoutRemoved(tx, viewer, sent.reason)
    await lockInterview(tx, interviewId)
    await requireShownScore(tx, viewer, ref)
    const stands = and(isOwn(viewer, ref), isNull(scoreOverrides.withdrawnAt))
    const [former] = await tx.select({ reason: scoreOverrides.reason }).from(scoreOverrides).where(stands)
    if (former?.reason === reason) return { told: [], value: undefined }
    await tx
      .update(scoreOverrides)
      .set({ withdrawnAt: sql`now()` })
      .where(stands)
    const [marked] = await tx
      .insert(scoreOverrides)
      .values({ interviewId, score, authorId: viewer.memberId, reason })
      .returning({ id: scoreOverrides.id })
    const told: AuditEvent[] = marked
      ? [{ code: 'score.overridden', about: interviewId, payload: { overrideId: marked.id } }]
      : []
    return { told, value: undefined }
  })
}

/** Of the member's own; what does not stand stays so. Throws `interview_not_found`. */
export async function withdrawOverride(viewer: May<'score.override'>, ref: ScoreRef): Promise<void> {
  const { interviewId } = ref
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    const withdrawn = await tx
      .update(scoreOverrides)
      .set({ withdrawnAt: sql`now()` })
      .where(and(isOwn(viewer, ref), isNull(scoreOverrides.withdrawnAt)))
      .returning({ id: scoreOverrides.id })
    const told = withdrawn.map(({ id: overrideId }): AuditEvent => {
      return { code: 'score.override_withdrawn', about: interviewId, payload: { overrideId } }
    })
    return { told, value: undefined }
  })
}

/** Two who mark one interview take turns. Null where nobody has. */
async function lockInvalidation(tx: Transaction, interviewId: InterviewId) {
  await lockInterview(tx, interviewId)
  const { id, authorId, cause, reason, withdrawnAt } = invalidations
  const [stands] = await tx
    .select({ id, authorId, cause, reason })
    .from(invalidations)
    .where(and(eq(invalidations.interviewId, interviewId), isNull(withdrawnAt)))
  return stands ?? null
}

async function withdraw(tx: Transaction, viewer: May<'interview.invalidate'>, id: string) {
  await tx
    .update(invalidations)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: viewer.memberId })
    .where(eq(invalidations.id, id))
}

async function requireShownScore(tx: Transaction, viewer: May<'score.override'>, { interviewId, score }: ScoreRef) {
  const [shown] = await tx.select({ scores: seen.scores }).from(interviewsOf(viewer)).where(eq(seen.id, interviewId))
  if (shown?.scores?.[score] == null) throw new DebriefError('score_not_shown')
}

function isOwn(viewer: May<'score.override'>, { interviewId, score }: ScoreRef) {
  return and(
    eq(scoreOverrides.interviewId, interviewId),
    eq(scoreOverrides.score, score),
    eq(scoreOverrides.authorId, viewer.memberId),
  )
}
