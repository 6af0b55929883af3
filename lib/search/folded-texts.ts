import 'server-only'
import { inArray } from 'drizzle-orm'
import { db } from '../db/client'
import { interviewTexts } from '../db/schema/search'

export type FoldedTexts = { interviewId: string; said: string; asked: string; about: string }

/** What was said, asked and written about each of these interviews, folded as a query is; none for one without any. */
export async function foldedTexts(interviewIds: string[]): Promise<FoldedTexts[]> {
  const { interviewId, said, asked, about } = interviewTexts
  return db().select({ interviewId, said, asked, about }).from(interviewTexts).where(inArray(interviewId, interviewIds))
}
