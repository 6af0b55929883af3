import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { transcripts } from '../../db/schema/interviews'
import type { Scores } from '../../assessment/scores'
import type { LockedInterview } from '../../interviews/lock'
import type { RibbonInterview } from '../../ribbon/interview'
import { hashOf } from './content-hash'

/** What Ribbon thinks of a candidate. */
export type RibbonVerdict = { scores: Scores; generalScore: number | null; summary: string | null }

/** Of interviews that are about to be written anew, by id, what was said until now. */
export async function findFormerVerdicts(
  tx: Transaction,
  page: { former: LockedInterview | undefined }[],
): Promise<Map<string, RibbonVerdict>> {
  const known = page.flatMap(({ former }) => (former ? [former] : []))
  if (known.length === 0) return new Map()
  const { interviewId, summary } = transcripts
  const ids = known.map(({ id }) => id)
  const rows = await tx.select({ interviewId, summary }).from(transcripts).where(inArray(interviewId, ids))
  const summaries = new Map(rows.map((row) => [row.interviewId, row.summary]))
  return new Map(
    known.map(({ id, scores, generalScore }) => [id, { scores, generalScore, summary: summaries.get(id) ?? null }]),
  )
}

/** Whether such a reply says otherwise of the verdict, and of nothing else. */
export function isVerdictAlone(
  interview: RibbonInterview,
  contentHash: string,
  { scores, ...former }: RibbonVerdict,
): boolean {
  const names = Object.keys(interview.scores) as (keyof Scores)[]
  // Postgres gives keys back in an order of its own.
  const inOrder = Object.fromEntries(names.map((name) => [name, scores[name]])) as Scores
  return hashOf({ ...interview, ...former, scores: inOrder }) === contentHash
}
