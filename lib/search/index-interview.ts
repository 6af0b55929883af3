import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { segmentsAsRead } from '../transcript/as-read'
import { findCorrectionsOf } from '../interviews/standing-corrections'
import type { Transaction } from '../db/client'
import { excluded } from '../db/excluded'
import { interviews, transcripts } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { documentOf, type Document } from './document'
import { lexemesParameter } from './lexemes-parameter'

/** The columns of `interviews` that a list finds it and sorts it by. */
export function searchColumns({ lexemes, isOversize, candidateKey }: Document) {
  return { lexemes: lexemesParameter(lexemes), isOversize, candidateKey }
}

/** The rest of what makes interviews findable; belongs in the transaction that writes `searchColumns`. */
export async function storeTexts(tx: Transaction, page: { id: string; document: Document }[]): Promise<void> {
  const rows = page.map(({ id, document }) => ({ interviewId: id, ...document.texts }))
  await tx
    .insert(interviewTexts)
    .values(rows)
    .onConflictDoUpdate({
      target: interviewTexts.interviewId,
      set: excluded(interviewTexts, rows, 'interviewId'),
    })
}

/**
 * Makes an interview findable by what its transcript shows, by the rules of today; its row has to be locked. `isNews` tells
 * it to the lists that are open, which may hold it only now.
 */
export async function indexAnew(tx: Transaction, id: string, { isNews = false } = {}): Promise<void> {
  const [stored] = await tx
    .select({
      candidate: { name: interviews.candidateName, email: interviews.candidateEmail },
      flowId: interviews.flowId,
      summary: transcripts.summary,
      segments: transcripts.segments,
      questions: transcripts.questions,
    })
    .from(interviews)
    .innerJoin(transcripts, eq(transcripts.interviewId, interviews.id))
    .where(eq(interviews.id, id))
  if (!stored) return

  const segments = segmentsAsRead(stored.segments, await findCorrectionsOf(tx, [id]))
  const document = documentOf({ ...stored, segments })
  await tx
    .update(interviews)
    .set({ ...searchColumns(document), ...(isNews ? { updatedAt: sql`now()` } : {}) })
    .where(eq(interviews.id, id))
  await storeTexts(tx, [{ id, document }])
}

/** Of interviews that were just written by what Ribbon sent, those whose transcripts show something else. */
export async function indexCorrected(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const corrections = await findCorrectionsOf(tx, ids)
  for (const id of new Set(corrections.map(({ interviewId }) => interviewId))) await indexAnew(tx, id)
}
