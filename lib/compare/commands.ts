import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { change } from '../audit/change'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { flowDefaults, flowSettings } from '../db/schema/flow-settings'
import { anchors, nameReveals, ratings } from '../db/schema/ratings'
import { DebriefError } from '../errors'
import { requireWholeFlow } from '../flows/require-flow'
import type { InterviewId } from '../interviews/interview-id'
import { lockInterview } from '../interviews/lock'
import { requireSeen } from '../interviews/seen'
import { withoutRemoved } from '../notes/without-removed'
import type { Anchors, AnchorsDraft } from './anchors'
import { isAsked, requireAsked } from './asked'
import { requireComparedFlow } from './compared-flow'
import type { GivenRating, Rating } from './rating'
import type { KnownRating, RatingDraft } from './rating-draft'
import { findLatestAnchors, findScale, type QuestionRef } from './stored-anchors'

type AnswerRef = { interviewId: InterviewId; key: string }

/**
 * What a member thinks of an answer, in place of what they thought before, which is kept; the same on the same scale is once. Throws
 * `interview_not_found`, `answer_not_found` where the interview was not asked that question, `interview_invalid`, and `rating_changed`
 * where another rating of theirs stands than the one that they knew of.
 */
export async function giveRating(viewer: May<'rating.give'>, ref: AnswerRef, draft: RatingDraft): Promise<GivenRating> {
  const { interviewId, key } = ref
  return change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    // Two tabs of one member take turns, so that one rating stands.
    await lockInterview(tx, interviewId)
    const { flowId, isInvalid } = await requireAsked(tx, viewer, ref)
    if (isInvalid) throw new DebriefError('interview_invalid')
    const scale = flowId === null ? null : await findScale(tx, { flowId, key }, draft.anchors)
    const standing = await findStanding(tx, viewer, ref)
    if (standing?.rating === draft.rating && standing.anchorsId === (scale?.id ?? null)) {
      return { told: [], value: toGiven({ ...standing, version: scale?.version ?? null }) }
    }
    if (!isKnown(standing, draft)) throw new DebriefError('rating_changed')
    if (standing) await end(tx, standing.id)
    const { memberId } = viewer
    const [given] = await tx
      .insert(ratings)
      .values({ interviewId, questionKey: key, memberId, rating: draft.rating, anchorsId: scale?.id ?? null })
      .returning(RATING)
    if (!given) throw new Error('a rating was not stored')
    const told = {
      code: 'rating.given',
      about: interviewId,
      payload: { ratingId: given.id, replaces: standing?.id ?? null },
    } as const
    return { told, value: toGiven({ ...given, version: scale?.version ?? null }) }
  })
}

/**
 * Takes it back; what is not there stays so. Throws `interview_not_found`, and `rating_changed` where another rating of theirs stands
 * than the one that they knew of.
 */
export async function withdrawRating(
  viewer: May<'rating.give'>,
  ref: AnswerRef,
  known: KnownRating = {},
): Promise<void> {
  const { interviewId } = ref
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    await lockInterview(tx, interviewId)
    const standing = await findStanding(tx, viewer, ref)
    if (!standing) return { told: [], value: undefined }
    if (!isKnown(standing, known)) throw new DebriefError('rating_changed')
    await end(tx, standing.id)
    return {
      told: { code: 'rating.withdrawn', about: interviewId, payload: { ratingId: standing.id } },
      value: undefined,
    }
  })
}

/**
 * What a 1, a 3 and a 5 are for a question of a flow: a version of its own, since ratings stay on the one that they were given on. The
 * same again is once. Throws `flow_not_found`, `flow_in_part`, `question_not_found`, and `anchors_changed` where somebody else has written one meanwhile.
 */
export async function writeAnchors(
  viewer: May<'anchors.write'>,
  ref: QuestionRef,
  { replaces, ...sent }: AnchorsDraft,
): Promise<Anchors> {
  const { flowId, key } = ref
  return change(viewer, async (tx) => {
    const { script } = await requireComparedFlow(viewer, flowId, tx)
    await requireWholeFlow(viewer, flowId, tx)
    if (!script.some((question) => question.key === key) && !(await isAsked(tx, viewer, ref)))
      throw new DebriefError('question_not_found')
    const one = await withoutRemoved(tx, viewer, sent.one)
    const three = await withoutRemoved(tx, viewer, sent.three)
    const five = await withoutRemoved(tx, viewer, sent.five)
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${flowId} ${key}`}, 0))`)
    const latest = await findLatestAnchors(tx, ref)
    if (latest && latest.one === one && latest.three === three && latest.five === five) {
      return { told: [], value: { version: latest.version, one, three, five } }
    }
    if ((latest?.version ?? null) !== replaces) throw new DebriefError('anchors_changed')
    const version = (latest?.version ?? 0) + 1
    const [written] = await tx
      .insert(anchors)
      .values({ flowId, questionKey: key, version, one, three, five, authorId: viewer.memberId })
      .returning({ id: anchors.id })
    if (!written) throw new Error('a scale was not stored')
    return {
      told: { code: 'anchors.written', about: flowId, payload: { anchorsId: written.id } },
      value: { version, one, three, five },
    }
  })
}

/** What else is set for a flow without settings stays as it is by default. */
const byDefault = (column: PgColumn) => sql<boolean>`coalesce((SELECT ${column} FROM ${flowDefaults}), true)`

/** Whether whoever compares a flow's candidates meets them by letters. Throws `flow_not_found` and `flow_in_part`. */
export async function hideNames(viewer: May<'names.hide'>, flowId: string, hidesNames: boolean): Promise<void> {
  await change(viewer, async (tx) => {
    const { names } = await requireComparedFlow(viewer, flowId, tx)
    await requireWholeFlow(viewer, flowId, tx)
    if (names.areHiddenByFlow === hidesNames) return { told: [], value: undefined }
    await tx
      .insert(flowSettings)
      .values({
        flowId,
        hidesNames,
        blindColleagues: byDefault(flowDefaults.blindColleagues),
        blindAssessment: byDefault(flowDefaults.blindAssessment),
      })
      .onConflictDoUpdate({ target: flowSettings.flowId, set: { hidesNames } })
    const code = hidesNames ? 'names.hidden' : 'names.shown'
    return { told: { code, about: flowId, payload: {} }, value: undefined }
  })
}

/** Shows a flow's names to this member from now on, whatever they have rated: it is told. Throws `flow_not_found`. */
export async function revealNames(viewer: May<'names.reveal'>, flowId: string): Promise<void> {
  await change(viewer, async (tx) => {
    const { names } = await requireComparedFlow(viewer, flowId, tx)
    if (!names.areHiddenByFlow) return { told: [], value: undefined }
    const revealed = await tx
      .insert(nameReveals)
      .values({ flowId, memberId: viewer.memberId })
      .onConflictDoNothing()
      .returning({ flowId: nameReveals.flowId })
    return {
      told: revealed.map(() => ({ code: 'names.revealed', about: flowId, payload: {} }) as const),
      value: undefined,
    }
  })
}

const RATING = { id: ratings.id, rating: ratings.rating, anchorsId: ratings.anchorsId, ratedAt: ratings.ratedAt }

async function findStanding(tx: Transaction, { memberId }: May<'rating.give'>, { interviewId, key }: AnswerRef) {
  const [standing] = await tx
    .select(RATING)
    .from(ratings)
    .where(
      and(
        eq(ratings.interviewId, interviewId),
        eq(ratings.questionKey, key),
        eq(ratings.memberId, memberId),
        isNull(ratings.endedAt),
      ),
    )
  return standing
}

type Standing = { rating: number; ratedAt: string }

/** Whoever did not look replaces whatever stands, and whoever got no answer what they have sent. */
function isKnown(standing: Standing | undefined, { replaces, unanswered }: KnownRating): boolean {
  if (replaces === undefined) return true
  if (unanswered?.some((sent) => sent === (standing?.rating ?? null))) return true
  if (!standing || replaces === null) return !standing && replaces === null
  return Date.parse(standing.ratedAt) === Date.parse(replaces)
}

async function end(tx: Transaction, ratingId: string) {
  await tx
    .update(ratings)
    .set({ endedAt: sql`now()` })
    .where(eq(ratings.id, ratingId))
}

type Given = { rating: number; version: number | null; ratedAt: string }

function toGiven({ rating, version, ratedAt }: Given): GivenRating {
  return { rating: rating as Rating, anchors: version, ratedAt: new Date(ratedAt).toISOString() }
}
