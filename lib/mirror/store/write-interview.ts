import 'server-only'
import { db, type Transaction } from '../../db/client'
import { lockFlowTeams, lockInterviews } from '../../interviews/lock'
import type { RibbonInterview } from '../../ribbon/interview'
import { documentOf, documentToCome } from '../../search/document'
import { belongingOf } from './belonging'
import { claimNewest, markPartial } from './claim'
import type { Asked } from './order'
import { outcomeOf } from './outcome'
import { findFormerVerdicts, isVerdictAlone, type RibbonVerdict } from './former-verdicts'
import { keepFormerScores } from './keep-former-scores'
import { writeContent } from './write-content'
import { replaceRecordings } from './write-recordings'
import { follow, isMoved, upsertRows } from './write-rows'

/** `compress` gives Ribbon's reply, null where the one that is stored remains. */
export type Arrived = Asked<{
  interview: RibbonInterview
  contentHash: string
  compress: () => Promise<Buffer | null>
}>

/** Whether what has not been here yet is indexed with the others later, by the job that indexes anew. */
export type Indexing = 'now' | 'later'

/**
 * Each once, all or none. Of what was asked for earlier than what is stored, nothing is written; of what has lost something,
 * only what must follow at once (`outcomeOf`). Summary, scores and questions are as the newest whole reply says.
 */
export function writeInterviews(page: Arrived[], indexing: Indexing): Promise<void> {
  return db().transaction(async (tx) => {
    const claimed = await claimNewest(
      tx,
      page.map(({ interview: { id }, asked }) => ({ id, asked })),
    )
    const newest = page.filter(({ interview }) => claimed.has(interview.id))
    if (newest.length === 0) return

    const judged = await judge(tx, newest)
    const changed = judged
      .filter(({ outcome }) => outcome === 'changed')
      .map((one) => {
        const isToCome = indexing === 'later' && one.former === undefined
        return { ...one, document: isToCome ? documentToCome(one.interview.candidate) : documentOf(one.interview) }
      })
    const verdicts = await findFormerVerdicts(tx, changed)
    await keepFormerScores(tx, changed, verdicts)
    const judgedAnew = changed.filter((one) => isJudgedAnew(one, verdicts.get(one.interview.id)))
    await upsertRows(
      tx,
      changed.filter((one) => !judgedAnew.includes(one)),
    )
    await upsertRows(tx, judgedAnew, 'verdict')
    await follow(
      tx,
      judged.filter(({ outcome }) => outcome !== 'changed'),
    )
    await replaceRecordings(tx, judged)
    await writeContent(tx, changed)
    for (const isPartial of [true, false]) {
      const turned = judged.filter(
        ({ interview: { id }, outcome }) => (outcome === 'partial') === isPartial && claimed.get(id) !== isPartial,
      )
      await markPartial(tx, idsOf(turned), isPartial)
    }
  })
}

async function judge(tx: Transaction, newest: Arrived[]) {
  const teamless = newest.flatMap(({ interview: { flowId, teamId } }) => (flowId && teamId === null ? [flowId] : []))
  const teams = await lockFlowTeams(tx, teamless)
  const stored = new Map((await lockInterviews(tx, idsOf(newest))).map((row) => [row.id, row]))
  return newest.map((arrived) => {
    const { interview } = arrived
    const former = stored.get(interview.id)
    const outcome = outcomeOf(former, arrived)
    const belonging = belongingOf(interview, { stored: former, teams, isPartial: outcome === 'partial' })
    return { ...arrived, former, outcome, belonging }
  })
}

/** Whether the verdict is all that is new. */
function isJudgedAnew(one: Awaited<ReturnType<typeof judge>>[number], verdict: RibbonVerdict | undefined): boolean {
  const { interview, former } = one
  return (
    former !== undefined &&
    verdict !== undefined &&
    !isMoved(one) &&
    isVerdictAlone(interview, former.contentHash, verdict)
  )
}

function idsOf(page: { interview: RibbonInterview }[]) {
  return page.map(({ interview }) => interview.id)
}
