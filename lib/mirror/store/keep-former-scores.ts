import 'server-only'
import { sql } from 'drizzle-orm'
import { isAmong } from '../../db/among'
import type { Transaction } from '../../db/client'
import { scoreVersions } from '../../db/schema/interviews'
import { SCORE_NAMES } from '../../assessment/scores'
import type { RibbonInterview } from '../../ribbon/interview'
import type { RibbonVerdict } from './former-verdicts'

/** Of an interview, the first one among them. */
export const MOST_FORMER = 50

type Rescored = { interview: RibbonInterview; asked: number }

/** Before a reply with other scores or another summary is written: what it takes the place of, if that was anything. */
export async function keepFormerScores(
  tx: Transaction,
  page: Rescored[],
  former: Map<string, RibbonVerdict>,
): Promise<void> {
  const versions = page.flatMap(({ interview, asked }) => {
    const before = former.get(interview.id)
    if (!before || isNothing(before) || isSame(before, interview)) return []
    return [{ interviewId: interview.id, replacedBy: asked, ...before }]
  })
  if (versions.length === 0) return
  await tx.insert(scoreVersions).values(versions)
  await forgetMiddle(
    tx,
    versions.map(({ interviewId }) => interviewId),
  )
}

/** What Ribbon says otherwise each time that it is asked would fill the disk: the first and the newest are kept. */
async function forgetMiddle(tx: Transaction, ids: string[]): Promise<void> {
  await tx.execute(sql`DELETE FROM score_versions WHERE (interview_id, replaced_by) IN (
    SELECT interview_id, replaced_by FROM (SELECT interview_id, replaced_by,
      row_number() OVER (PARTITION BY interview_id ORDER BY replaced_by) AS first,
      row_number() OVER (PARTITION BY interview_id ORDER BY replaced_by DESC) AS newest
      FROM score_versions WHERE ${isAmong(sql`interview_id`, ids)}) AS kept
    WHERE first > 1 AND newest >= ${MOST_FORMER})`)
}

type Judged = Pick<RibbonVerdict, 'scores' | 'summary'>

function isNothing({ scores, summary }: Judged) {
  return summary === null && SCORE_NAMES.every((name) => scores[name] === null)
}

function isSame(before: Judged, now: Judged) {
  return before.summary === now.summary && SCORE_NAMES.every((name) => before.scores[name] === now.scores[name])
}
