import 'server-only'
import { and, eq, gt, isNull, lt, ne, sql, type SQL } from 'drizzle-orm'
import { change } from '../audit/change'
import type { AuditEvent } from '../audit/event'
import type { May } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { isOfNow } from '../db/is-of-now'
import { transcripts } from '../db/schema/interviews'
import { corrections } from '../db/schema/notes'
import { DebriefError } from '../errors'
import { lockInterview } from '../interviews/lock'
import { requireSeen } from '../interviews/seen'
import { indexAnew } from '../search/index-interview'
import type { CorrectionDraft } from './correction'
import type { InterviewId } from '../interviews/interview-id'

type CorrectionRef = { interviewId: InterviewId; correctionId: string }

/**
 * Stores what was said where the transcript misheard, or its author's newer words for it; it takes the place of what it
 * overlaps, and the same twice is once. What says again what the transcript says only takes those away.
 * Throws `interview_not_found`, `correction_outdated` where the transcript does not say `original` (any more), and where the
 * id is taken `correction_not_found`, `correction_not_yours`, `correction_withdrawn` or `correction_elsewhere`.
 */
export async function correctTranscript(
  viewer: May<'transcript.correct'>,
  ref: CorrectionRef,
  draft: CorrectionDraft,
): Promise<void> {
  const { interviewId, correctionId: id } = ref
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    // Two who correct one interview take turns, so that no two corrections overlap.
    await lockInterview(tx, interviewId)
    await requireOriginal(tx, interviewId, draft)
    const isChange = draft.replacement !== draft.original
    const overlapped = and(
      eq(corrections.interviewId, interviewId),
      eq(corrections.segment, draft.segment),
      lt(corrections.from, draft.to),
      gt(corrections.to, draft.from),
      isChange ? ne(corrections.id, id) : undefined,
    )
    const withdrawn = await withdraw(tx, viewer, ref, { which: overlapped, replacedBy: isChange ? id : null })
    const stored = isChange ? await store(tx, viewer, ref, draft) : []
    await indexAnew(tx, interviewId, { isNews: true })
    return { told: [...withdrawn, ...stored], value: undefined }
  })
}

/** Anybody who may correct may take it back; what is gone stays gone. Throws `interview_not_found`. */
export async function withdrawCorrection(viewer: May<'transcript.correct'>, ref: CorrectionRef): Promise<void> {
  const { interviewId, correctionId } = ref
  await change(viewer, async (tx) => {
    await requireSeen(viewer, interviewId, tx)
    await lockInterview(tx, interviewId)
    const which = and(eq(corrections.id, correctionId), eq(corrections.interviewId, interviewId))
    const withdrawn = await withdraw(tx, viewer, ref, { which, replacedBy: null })
    if (withdrawn.length > 0) await indexAnew(tx, interviewId, { isNews: true })
    return { told: withdrawn, value: undefined }
  })
}

type Withdrawal = { which: SQL | undefined; replacedBy: string | null }

/** What is to be told of those of these that stood until now; their rows stay. */
async function withdraw(
  tx: Transaction,
  viewer: May<'transcript.correct'>,
  { interviewId }: CorrectionRef,
  { which, replacedBy }: Withdrawal,
): Promise<AuditEvent[]> {
  const withdrawn = await tx
    .update(corrections)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: viewer.memberId, replacedBy })
    .where(and(which, isNull(corrections.withdrawnAt)))
    .returning({ id: corrections.id })
  return withdrawn.map(({ id }) => toldOfWithdrawn(interviewId, id, replacedBy))
}

function toldOfWithdrawn(about: InterviewId, correctionId: string, by: string | null): AuditEvent {
  if (by === null) return { code: 'correction.withdrawn', about, payload: { correctionId } }
  return { code: 'correction.replaced', about, payload: { correctionId, by } }
}

/** What is to be told of it: nothing where it stood already. */
async function store(
  tx: Transaction,
  viewer: May<'transcript.correct'>,
  ref: CorrectionRef,
  draft: CorrectionDraft,
): Promise<AuditEvent[]> {
  const { interviewId, correctionId: id } = ref
  const former = await keepFormerWords(tx, viewer, ref, draft)
  const [stored] = await tx
    .insert(corrections)
    .values({ id, interviewId, authorId: viewer.memberId, ...draft })
    .onConflictDoUpdate({
      target: corrections.id,
      set: {
        replacement: draft.replacement,
        createdAt: sql`CASE WHEN ${corrections.replacement} = excluded.replacement THEN ${corrections.createdAt} ELSE now() END`,
      },
      setWhere: isSame(viewer, ref, draft),
    })
    .returning({ isNew: isOfNow(corrections.createdAt) })
  if (!stored) throw await refusal(tx, viewer, ref)
  return stored.isNew ? [...former, { code: 'correction.made', about: interviewId, payload: { correctionId: id } }] : []
}

/** What its author corrects once more remains beside it, withdrawn, under an id of its own. */
async function keepFormerWords(
  tx: Transaction,
  viewer: May<'transcript.correct'>,
  ref: CorrectionRef,
  draft: CorrectionDraft,
): Promise<AuditEvent[]> {
  const hasOtherWords = and(isSame(viewer, ref, draft), ne(corrections.replacement, draft.replacement))
  const [former] = await tx
    .select()
    .from(corrections)
    .where(and(eq(corrections.id, ref.correctionId), hasOtherWords))
  if (!former) return []
  const id = crypto.randomUUID()
  await tx.insert(corrections).values({
    ...former,
    id,
    withdrawnAt: sql`now()`,
    withdrawnBy: viewer.memberId,
    replacedBy: former.id,
  })
  return [toldOfWithdrawn(ref.interviewId, id, former.id)]
}

/** It stands, at these words, and is this member's. */
function isSame(
  viewer: May<'transcript.correct'>,
  { interviewId }: CorrectionRef,
  { segment, from, to, original }: CorrectionDraft,
) {
  return and(
    eq(corrections.authorId, viewer.memberId),
    eq(corrections.interviewId, interviewId),
    eq(corrections.segment, segment),
    eq(corrections.from, from),
    eq(corrections.to, to),
    eq(corrections.original, original),
    isNull(corrections.withdrawnAt),
  )
}

/** A correction in an interview that somebody may not see must not be told from one that does not exist. */
async function refusal(
  tx: Transaction,
  viewer: May<'transcript.correct'>,
  { interviewId, correctionId }: CorrectionRef,
) {
  const { authorId, withdrawnAt } = corrections
  const [taken] = await tx
    .select({ authorId, withdrawnAt })
    .from(corrections)
    .where(and(eq(corrections.id, correctionId), eq(corrections.interviewId, interviewId)))
  if (!taken) return new DebriefError('correction_not_found')
  if (taken.authorId !== viewer.memberId) return new DebriefError('correction_not_yours')
  return new DebriefError(taken.withdrawnAt === null ? 'correction_elsewhere' : 'correction_withdrawn')
}

async function requireOriginal(
  tx: Transaction,
  interviewId: InterviewId,
  { segment, from, to, original }: CorrectionDraft,
) {
  const [row] = await tx
    .select({ text: sql<string | null>`${transcripts.segments}->${segment}::int->>'text'` })
    .from(transcripts)
    .where(eq(transcripts.interviewId, interviewId))
  if (row?.text?.slice(from, to) !== original) throw new DebriefError('correction_outdated')
}
