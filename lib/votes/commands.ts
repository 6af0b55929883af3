import 'server-only'
import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { change } from '../audit/change'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { reveals, votes } from '../db/schema/votes'
import { DebriefError } from '../errors'
import { findBlindness } from '../flows/blindness'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import { listVotes } from './queries'
import type { VoteCast, VoteDraft, Votes } from './vote'

/**
 * Casts this member's vote or changes it; the same twice is once, and a reason that is left out stays with the same vote. From
 * then on they are shown what the flow hides. Throws `interview_not_found`, `vote_closed`, `interview_invalid`, and `vote_changed` where another
 * vote of theirs stands than the one that they knew of, or the same one for another reason.
 */
export async function castVote(viewer: May<'vote.cast'>, interviewId: InterviewId, draft: VoteDraft): Promise<Votes> {
  await change(viewer, async (tx) => {
    const target = await requireOpen(viewer, tx, interviewId)
    const isFirst = await reveal(tx, viewer, interviewId, 'vote')
    await waitForOwnTurn(tx, viewer, interviewId)
    const standing = await findStanding(tx, viewer, interviewId)
    const isSame = standing?.vote === draft.vote
    const knows = isKnown(standing?.castAt ?? null, draft.replaces)
    if (!isSame && !knows) throw new DebriefError('vote_changed')

    const reason = isSame ? reasonOfSame(standing, draft, knows) : draft.reason || null
    if (isSame && reason === standing.reason) return { told: [], value: undefined }
    const cast = isSame ? standing.cast : await castingOf(tx, target, isFirst)
    const set = { vote: draft.vote, reason, cast, castAt: sql`clock_timestamp()` }
    await tx
      .insert(votes)
      .values({ interviewId, memberId: viewer.memberId, ...set })
      .onConflictDoUpdate({ target: [votes.interviewId, votes.memberId], set })
    return { told: { code: 'vote.cast', about: interviewId, payload: {} }, value: undefined }
  })
  return listVotes(viewer, interviewId)
}

/**
 * What was shown to this member stays shown. Throws `interview_not_found`, and `vote_changed` where another vote of theirs
 * stands than the one that they knew of.
 */
export async function withdrawVote(
  viewer: May<'vote.cast'>,
  interviewId: InterviewId,
  replaces?: string | null,
): Promise<Votes> {
  await change(viewer, async (tx) => {
    await requireTarget(viewer, tx, interviewId)
    await waitForOwnTurn(tx, viewer, interviewId)
    const withdrawn = await tx
      .update(votes)
      .set({ vote: null, reason: null, castAt: sql`clock_timestamp()` })
      .where(and(isMine(viewer, interviewId), isNotNull(votes.vote), isReplaced(replaces)))
      .returning({ interviewId: votes.interviewId })
    if (withdrawn.length === 0 && (await findStanding(tx, viewer, interviewId))) throw new DebriefError('vote_changed')
    const told = { code: 'vote.withdrawn' as const, about: interviewId, payload: {} }
    return { told: withdrawn.length > 0 ? told : [], value: undefined }
  })
  return listVotes(viewer, interviewId)
}

/** Shows a member what the flow hides although they have not voted: their vote will say so. Throws `interview_not_found`. */
export async function revealInterview(viewer: May<'interview.reveal'>, interviewId: InterviewId): Promise<Votes> {
  await change(viewer, async (tx) => {
    const { hidesColleagues, hidesAssessment } = await requireTarget(viewer, tx, interviewId)
    const isNew = (hidesColleagues || hidesAssessment) && (await reveal(tx, viewer, interviewId, 'request'))
    const told = { code: 'interview.revealed' as const, about: interviewId, payload: {} }
    return { told: isNew ? told : [], value: undefined }
  })
  return listVotes(viewer, interviewId)
}

/** What it hides before it is shown. */
type Target = { flowId: string | null; firstSeenAt: string; hidesColleagues: boolean; hidesAssessment: boolean }

async function requireTarget(viewer: May<'vote.cast'>, tx: Transaction, id: InterviewId) {
  const [target] = await tx
    .select({
      flowId: seen.flowId,
      state: seen.state,
      isInvalid: seen.isInvalid,
      firstSeenAt: seen.firstSeenAt,
      hidesColleagues: sql<boolean>`NOT ${seen.showsColleagues}`,
      hidesAssessment: sql<boolean>`NOT ${seen.showsAssessment}`,
    })
    .from(interviewsOf(viewer))
    .where(eq(seen.id, id))
  if (!target) throw new DebriefError('interview_not_found')
  return target
}

/** There is nothing to judge in an interview that was not taken, or says nothing about its candidate. */
async function requireOpen(viewer: May<'vote.cast'>, tx: Transaction, id: InterviewId): Promise<Target> {
  const target = await requireTarget(viewer, tx, id)
  if (target.state === 'not_taken') throw new DebriefError('vote_closed')
  if (target.isInvalid) throw new DebriefError('interview_invalid')
  return target
}

/** Whether it was not shown to them by an earlier vote, or because they asked. */
async function reveal(
  tx: Transaction,
  { memberId }: May<'vote.cast'>,
  interviewId: InterviewId,
  by: 'vote' | 'request',
) {
  const added = await tx
    .insert(reveals)
    .values({ interviewId, memberId, by })
    .onConflictDoNothing()
    .returning({ by: reveals.by })
  return added.length > 0
}

/** Until the transaction ends this member changes their vote nowhere else: whoever has one was shown the interview. */
async function waitForOwnTurn(tx: Transaction, { memberId }: May<'vote.cast'>, interviewId: InterviewId) {
  const isMine = and(eq(reveals.interviewId, interviewId), eq(reveals.memberId, memberId))
  await tx.select({ by: reveals.by }).from(reveals).where(isMine).for('no key update')
}

async function findStanding(tx: Transaction, viewer: May<'vote.cast'>, interviewId: InterviewId) {
  const { vote, reason, cast, castAt } = votes
  const [standing] = await tx
    .select({ vote, reason, cast, castAt })
    .from(votes)
    .where(and(isMine(viewer, interviewId), isNotNull(vote)))
  return standing
}

function isMine({ memberId }: May<'vote.cast'>, interviewId: InterviewId) {
  return and(eq(votes.interviewId, interviewId), eq(votes.memberId, memberId))
}

/**
 * Of the same vote again. A reason that its writer did not know of is not taken away by a vote without one, and gives way to no other:
 * throws `vote_changed`.
 */
function reasonOfSame(standing: { reason: string | null }, { reason }: VoteDraft, knows: boolean): string | null {
  if (reason === undefined) return standing.reason
  const said = reason || null
  if (knows || standing.reason === null || said === standing.reason) return said
  if (said === null) return standing.reason
  throw new DebriefError('vote_changed')
}

/** Whoever did not look at what stands replaces whatever it is. */
function isKnown(castAt: string | null, replaces: string | null | undefined): boolean {
  if (replaces === undefined) return true
  return castAt === null || replaces === null ? castAt === replaces : Date.parse(castAt) === Date.parse(replaces)
}

/** The same of a row, whose time is told in milliseconds. */
function isReplaced(replaces: string | null | undefined): SQL | undefined {
  if (replaces === undefined) return undefined
  return replaces === null ? sql`false` : sql`date_trunc('milliseconds', ${votes.castAt}) = ${replaces}::timestamptz`
}

/** What a flow did not hide for a while could have been seen then. */
async function castingOf(tx: Transaction, target: Target, isFirst: boolean): Promise<VoteCast> {
  if (target.flowId === null) return 'open'
  const { colleagues, assessment, since } = await findBlindness(tx, target.flowId)
  if (!isFirst) return assessment ? 'revealed' : colleagues ? 'revealed_colleagues' : 'open'
  const wasNeverOpen = since === null || Date.parse(since) <= Date.parse(target.firstSeenAt)
  return wasNeverOpen ? blindTo(target) : 'open'
}

function blindTo({ hidesColleagues, hidesAssessment }: Target): VoteCast {
  if (hidesColleagues && hidesAssessment) return 'blind'
  if (hidesColleagues) return 'blind_colleagues'
  return hidesAssessment ? 'blind_assessment' : 'open'
}
