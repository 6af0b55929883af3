import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { scoreVersions, transcripts } from '../../db/schema/interviews'
import { SCORE_NAMES, type Scores } from '../../assessment/scores'
import type { LockedInterview } from '../../interviews/lock'
import type { RibbonInterview } from '../../ribbon/interview'

type Rescored = { interview: RibbonInterview; asked: number; former: LockedInterview | undefined }

/** Before a reply with other scores or another summary is written: what it takes the place of, if that was anything. */
export async function keepFormerScores(tx: Transaction, page: Rescored[]): Promise<void> {
  const known = page.flatMap(({ former }) => (former ? [former] : []))
  if (known.length === 0) return

  const { interviewId, summary } = transcripts
  const ids = known.map(({ id }) => id)
  const rows = await tx.select({ interviewId, summary }).from(transcripts).where(inArray(interviewId, ids))
  const summaries = new Map(rows.map((row) => [row.interviewId, row.summary]))
  const versions = page.flatMap(({ interview, asked, former }) => {
    if (!former) return []
    const before = { scores: former.scores, summary: summaries.get(former.id) ?? null }
    if (isNothing(before) || isSame(before, interview)) return []
    return [{ interviewId: former.id, replacedBy: asked, generalScore: former.generalScore, ...before }]
  })
  if (versions.length > 0) await tx.insert(scoreVersions).values(versions)
}

type Verdict = { scores: Scores; summary: string | null }

function isNothing({ scores, summary }: Verdict) {
  return summary === null && SCORE_NAMES.every((name) => scores[name] === null)
}

function isSame(before: Verdict, now: Verdict) {
  return before.summary === now.summary && SCORE_NAMES.every((name) => before.scores[name] === now.scores[name])
}
