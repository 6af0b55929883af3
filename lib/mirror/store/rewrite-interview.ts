import 'server-only'
import { inArray } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { ribbonReplies } from '../../db/schema/mirror'
import { lockFlowTeams, lockInterviews } from '../../interviews/lock'
import type { RibbonInterview } from '../../ribbon/interview'
import { documentOf } from '../../search/document'
import { belongingOf } from './belonging'
import { findPartial } from './claim'
import type { Asked } from './order'
import { writeContent } from './write-content'
import { upsertRows } from './write-rows'

/** `asked` is the place of the stored reply that it was read from. */
export type Reread = Asked<{ interview: RibbonInterview; contentHash: string }>

/**
 * The same replies read by other rules: what they no longer find goes; recordings and places in the order stay as they are,
 * and so does what a newer reply said. The ids of what changed, and of what a newer reply has taken the place of meanwhile.
 */
export function rewriteInterviews(page: Reread[]): Promise<{ changed: string[]; outdated: string[] }> {
  return db().transaction(async (tx) => {
    const teams = await lockFlowTeams(
      tx,
      page.flatMap(({ interview: { flowId } }) => flowId ?? []),
    )
    const ids = page.map(({ interview }) => interview.id)
    const stored = new Map((await lockInterviews(tx, ids)).map((row) => [row.id, row]))
    const places = await findReplyPlaces(tx, ids)
    const partial = await findPartial(tx, ids)

    const isCurrent = ({ interview, asked }: Reread) => places.get(interview.id) === asked
    const changed = page.flatMap((one) => {
      const former = stored.get(one.interview.id)
      if (!former || !isCurrent(one) || former.contentHash === one.contentHash) return []
      const known = { stored: former, teams, isPartial: false }
      const belonging = partial.has(former.id) ? former : belongingOf(one.interview, known)
      const { hasAudio, hasVideo, goneAt } = former
      const { flowId, teamId, followsFlow } = belonging
      return [
        {
          ...one,
          former,
          belonging: { flowId, teamId, followsFlow },
          remaining: { hasAudio, hasVideo, goneAt },
          document: documentOf({ ...one.interview, flowId }),
          compress: () => Promise.resolve(null),
        },
      ]
    })
    await upsertRows(tx, changed)
    await writeContent(tx, changed)
    return {
      changed: changed.map(({ interview }) => interview.id),
      outdated: page.flatMap((one) => (isCurrent(one) ? [] : [one.interview.id])),
    }
  })
}

async function findReplyPlaces(tx: Transaction, ids: string[]): Promise<Map<string, number>> {
  const { interviewId, asked } = ribbonReplies
  const rows = await tx.select({ interviewId, asked }).from(ribbonReplies).where(inArray(interviewId, ids))
  return new Map(rows.map((row) => [row.interviewId, row.asked]))
}
