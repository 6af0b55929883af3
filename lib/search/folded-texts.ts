import 'server-only'
import { inArray } from 'drizzle-orm'
import { db } from '../db/client'
import { interviewTexts } from '../db/schema/search'

export type FoldedTexts = { interviewId: string; said: string; asked: string; about: string; summary: string }

/** What was said, asked and written about each of these interviews, folded as a query is; none for one without any; by their ids. */
export async function foldedTexts(interviewIds: string[]): Promise<FoldedTexts[]> {
  const { interviewId, said, asked, about, summary } = interviewTexts
  return db()
    .select({ interviewId, said, asked, about, summary })
    .from(interviewTexts)
    .where(inArray(interviewId, interviewIds))
    .orderBy(interviewId)
}
