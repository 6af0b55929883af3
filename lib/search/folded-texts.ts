import 'server-only'
import { sql } from 'drizzle-orm'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { interviewTexts } from '../db/schema/search'

export type FoldedTexts = { interviewId: string; said: string; asked: string; about: string; summary: string }

const UNREAD = sql<string>`''`

/**
 * What was said and written about each of these interviews, folded as a query is, and what was asked where that is wanted: it takes
 * as long to read again. None for one without any; by their ids.
 */
export async function foldedTexts(interviewIds: string[], isAskedWanted: boolean): Promise<FoldedTexts[]> {
  const { interviewId, said, asked, about, summary } = interviewTexts
  return db()
    .select({ interviewId, said, asked: isAskedWanted ? sql<string>`${asked}` : UNREAD, about, summary })
    .from(interviewTexts)
    .where(isAmong(interviewId, interviewIds))
    .orderBy(interviewId)
}
