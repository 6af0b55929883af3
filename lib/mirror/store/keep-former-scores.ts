import 'server-only'
import type { Transaction } from '../../db/client'
import { scoreVersions } from '../../db/schema/interviews'
import { SCORE_NAMES } from '../../assessment/scores'
import type { RibbonInterview } from '../../ribbon/interview'
import type { RibbonVerdict } from './former-verdicts'

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
  if (versions.length > 0) await tx.insert(scoreVersions).values(versions)
}

type Judged = Pick<RibbonVerdict, 'scores' | 'summary'>

function isNothing({ scores, summary }: Judged) {
  return summary === null && SCORE_NAMES.every((name) => scores[name] === null)
}

function isSame(before: Judged, now: Judged) {
  return before.summary === now.summary && SCORE_NAMES.every((name) => before.scores[name] === now.scores[name])
}
