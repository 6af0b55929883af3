import 'server-only'
import { and, eq, gt, lt, ne, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db, type Transaction } from '../db/client'
import { transcripts } from '../db/schema/interviews'
import { corrections } from '../db/schema/notes'
import { DebriefError } from '../errors'
import { lockInterview } from '../interviews/lock'
import { requireVisible } from '../interviews/visible'
import { indexAnew } from '../search/commands'
import type { CorrectionDraft } from './correction'

type Place = { interviewId: string; correctionId: string }

/**
 * Stores what was said where the transcript misheard; it takes the place of what it overlaps, and the same twice is once.
 * What says again what the transcript says only takes those away.
 * Throws `interview_not_found`, and `correction_outdated` where the transcript does not say `original` (any more).
 */
export async function correctTranscript(viewer: Viewer, place: Place, draft: CorrectionDraft): Promise<void> {
  const { interviewId, correctionId: id } = place
  await db().transaction(async (tx) => {
    await requireVisible(viewer, interviewId, tx)
    // Two who correct one interview take turns, so that no two corrections overlap.
    await lockInterview(tx, interviewId)
    await requireOriginal(tx, interviewId, draft)
    const isChange = draft.replacement !== draft.original
    await tx
      .delete(corrections)
      .where(
        and(
          eq(corrections.interviewId, interviewId),
          eq(corrections.segment, draft.segment),
          lt(corrections.from, draft.to),
          gt(corrections.to, draft.from),
          isChange ? ne(corrections.id, id) : undefined,
        ),
      )
    if (isChange) await store(tx, place, viewer.memberId, draft)
    await indexAnew(tx, interviewId, { isNews: true })
  })
}

/** Anybody who may correct may take it back; what is gone stays gone. Throws `interview_not_found`. */
export async function withdrawCorrection(viewer: Viewer, { interviewId, correctionId }: Place): Promise<void> {
  await db().transaction(async (tx) => {
    await requireVisible(viewer, interviewId, tx)
    await lockInterview(tx, interviewId)
    const withdrawn = await tx
      .delete(corrections)
      .where(and(eq(corrections.id, correctionId), eq(corrections.interviewId, interviewId)))
      .returning({ id: corrections.id })
    if (withdrawn.length > 0) await indexAnew(tx, interviewId, { isNews: true })
  })
}

async function store(
  tx: Transaction,
  { interviewId, correctionId: id }: Place,
  memberId: string,
  draft: CorrectionDraft,
) {
  await tx
    .insert(corrections)
    .values({ id, interviewId, authorId: memberId, ...draft })
    .onConflictDoUpdate({
      target: corrections.id,
      set: { replacement: draft.replacement },
      setWhere: and(
        eq(corrections.interviewId, interviewId),
        eq(corrections.segment, draft.segment),
        eq(corrections.from, draft.from),
        eq(corrections.to, draft.to),
      ),
    })
}

async function requireOriginal(tx: Transaction, interviewId: string, { segment, from, to, original }: CorrectionDraft) {
  const [row] = await tx
    .select({ text: sql<string | null>`${transcripts.segments}->${segment}::int->>'text'` })
    .from(transcripts)
    .where(eq(transcripts.interviewId, interviewId))
  if (row?.text?.slice(from, to) !== original) throw new DebriefError('correction_outdated')
}
