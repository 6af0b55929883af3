import 'server-only'
import { and, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { change } from '../audit/change'
import { requirePresent } from '../audit/present'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { reveals, votes, voteVersions } from '../db/schema/votes'
import { DebriefError } from '../errors'
import { findBlindness } from '../flows/blindness'
import type { Blindness } from '../flows/flow'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import { withoutRemoved } from '../notes/without-removed'
import { listVotes } from './queries'
import type { VoteCast, VoteDraft, Votes } from './vote'

const ALL: Blindness = { colleagues: true, assessment: true }

/**
 * Casts this member's vote or changes it; the same twice is once, and a reason that is left out stays with the same vote. From
 * then on they are shown what the flow hides. Throws `interview_not_found`, `vote_closed`, `interview_invalid`, and `vote_changed` where another
 * vote of theirs stands than the one that they knew of, or the same one for another reason. What is undone was no other judgement:
 * the vote before it stands again, as it was cast.
 */
export async function castVote(viewer: May<'vote.cast'>, interviewId: InterviewId, sent: VoteDraft): Promise<Votes> {
  await change(viewer, async (tx) => {
    await requirePresent(tx, viewer)
    const target = await requireOpen(viewer, tx, interviewId)
    const draft = { ...sent, reason: await withoutRemoved(tx, viewer, sent.reason) }
    const shownBefore = await reveal(tx, viewer, interviewId, { by: 'vote', shows: ALL })
    const standing = await findStanding(tx, viewer, interviewId)
    const isSame = standing?.vote === draft.vote
    const knows = isKnown(standing?.castAt ?? null, draft.replaces)
    if (!isSame && !knows) throw new DebriefError('vote_changed')

    const reason = isSame ? reasonOfSame(standing, draft, knows) : draft.reason || null
    if (isSame && reason === standing.reason) return { told: [], value: undefined }
    const former = await findRestored(tx, viewer, interviewId, draft)
    const cast = former?.cast ?? (isSame ? standing.cast : await castingOf(tx, target, shownBefore))
    const set = { vote: draft.vote, reason, cast, castAt: former?.castAt ?? sql`clock_timestamp()` }
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
    await requirePresent(tx, viewer)
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

/**
 * Shows a member what the flow hides although they have not voted, as far as they ask for it: their vote will say so. What it hides
 * only later stays hidden. Throws `interview_not_found`.
 */
export async function revealInterview(
  viewer: May<'interview.reveal'>,
  interviewId: InterviewId,
  asked: Blindness = ALL,
): Promise<Votes> {
  await change(viewer, async (tx) => {
    const { hides } = await requireTarget(viewer, tx, interviewId)
    const shows = {
      colleagues: hides.colleagues && asked.colleagues,
      assessment: hides.assessment && asked.assessment,
    }
    if (!shows.colleagues && !shows.assessment) return { told: [], value: undefined }
    const before = await reveal(tx, viewer, interviewId, { by: 'request', shows })
    const isNew = (shows.colleagues && !before.colleagues) || (shows.assessment && !before.assessment)
    const told = { code: 'interview.revealed' as const, about: interviewId, payload: {} }
    return { told: isNew ? told : [], value: undefined }
  })
  return listVotes(viewer, interviewId)
}

type Target = {
  flowId: string | null
  firstSeenAt: string
  inFlowSince: string | null
  /** Before it is shown. */
  hides: Blindness
}

async function requireTarget(viewer: May<'vote.cast'>, tx: Transaction, id: InterviewId) {
  const [target] = await tx
    .select({
      flowId: seen.flowId,
      state: seen.state,
      isInvalid: seen.isInvalid,
      firstSeenAt: seen.firstSeenAt,
      inFlowSince: seen.inFlowSince,
      hides: {
        colleagues: sql<boolean>`NOT ${seen.showsColleagues}`,
        assessment: sql<boolean>`NOT ${seen.showsAssessment}`,
      },
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

/** What of it was shown to them before, by an earlier vote or because they asked; until the transaction ends they change their vote nowhere else. */
async function reveal(
  tx: Transaction,
  viewer: May<'vote.cast'>,
  interviewId: InterviewId,
  { by, shows }: { by: 'vote' | 'request'; shows: Blindness },
): Promise<Blindness> {
  const { memberId } = viewer
  const nothing = { showsColleagues: false, showsAssessment: false }
  await tx
    .insert(reveals)
    .values({ interviewId, memberId, by, ...nothing })
    .onConflictDoNothing()
  const shown = await waitForOwnTurn(tx, viewer, interviewId)
  if (!shown) throw new Error('what was inserted is not there')
  const showsColleagues = shown.colleagues || shows.colleagues
  const showsAssessment = shown.assessment || shows.assessment
  if (showsColleagues !== shown.colleagues || showsAssessment !== shown.assessment)
    await tx.update(reveals).set({ showsColleagues, showsAssessment }).where(isShownTo(viewer, interviewId))
  return shown
}

/** Until the transaction ends this member changes their vote nowhere else: whoever has one was shown the interview. Returns what of it. */
async function waitForOwnTurn(
  tx: Transaction,
  viewer: May<'vote.cast'>,
  interviewId: InterviewId,
): Promise<Blindness | undefined> {
  const { showsColleagues, showsAssessment } = reveals
  const [shown] = await tx
    .select({ colleagues: showsColleagues, assessment: showsAssessment })
    .from(reveals)
    .where(isShownTo(viewer, interviewId))
    .for('no key update')
  return shown
}

function isShownTo({ memberId }: May<'vote.cast'>, interviewId: InterviewId) {
  return and(eq(reveals.interviewId, interviewId), eq(reveals.memberId, memberId))
}

async function findStanding(tx: Transaction, viewer: May<'vote.cast'>, interviewId: InterviewId) {
  const { vote, reason, cast, castAt } = votes
  const [standing] = await tx
    .select({ vote, reason, cast, castAt })
    .from(votes)
    .where(and(isMine(viewer, interviewId), isNotNull(vote)))
  return standing
}

/** The vote before what stands, where it is the one that is wanted back. */
async function findRestored(
  tx: Transaction,
  { memberId }: May<'vote.cast'>,
  interviewId: InterviewId,
  { restores, vote, reason }: VoteDraft,
) {
  if (!restores) return undefined
  const [, former] = await tx
    .select()
    .from(voteVersions)
    .where(and(eq(voteVersions.interviewId, interviewId), eq(voteVersions.memberId, memberId)))
    .orderBy(desc(voteVersions.writtenAt))
    .limit(2)
  const isWanted = former?.vote === vote && former.reason === (reason || null) && isKnown(former.castAt, restores)
  return isWanted ? former : undefined
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

/** What a flow did not hide for a while could have been seen then, and in another flow what that one did not hide. */
async function castingOf(tx: Transaction, target: Target, shownBefore: Blindness): Promise<VoteCast> {
  if (target.flowId === null) return 'open'
  const { colleagues, assessment, since } = await findBlindness(tx, target.flowId)
  if (assessment && shownBefore.assessment) return 'revealed'
  if (colleagues && shownBefore.colleagues) return 'revealed_colleagues'
  const wasNeverOpen = since === null || Date.parse(since) <= Date.parse(target.firstSeenAt)
  return wasNeverOpen && target.inFlowSince === null ? blindTo(target.hides) : 'open'
}

function blindTo({ colleagues, assessment }: Blindness): VoteCast {
  if (colleagues && assessment) return 'blind'
  if (colleagues) return 'blind_colleagues'
  return assessment ? 'blind_assessment' : 'open'
}
