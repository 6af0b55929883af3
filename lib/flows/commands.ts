import 'server-only'
import { sql } from 'drizzle-orm'
import { change } from '../audit/change'
import type { May } from '../auth/viewer'
import { flowSettings } from '../db/schema/flow-settings'
import { findBlindness } from './blindness'
import type { Blindness, BlindnessDraft } from './flow'
import { requireWholeFlow } from './require-flow'

/**
 * What a flow hides from whoever has not voted, from now on; what somebody was shown stays shown to them. Throws
 * `flow_not_found` and `flow_in_part`.
 */
export async function setBlindness(
  viewer: May<'blindness.set'>,
  flowId: string,
  wanted: BlindnessDraft,
): Promise<Blindness> {
  return change(viewer, async (tx) => {
    await requireWholeFlow(viewer, flowId, tx)
    // Its row need not be there yet.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`blindness of ${flowId}`}, 0))`)
    const before = await findBlindness(tx, flowId)
    const { colleagues = before.colleagues, assessment = before.assessment } = wanted
    const isSame = before.colleagues === colleagues && before.assessment === assessment
    const hidesMore = (colleagues && !before.colleagues) || (assessment && !before.assessment)
    const set = {
      blindColleagues: colleagues,
      blindAssessment: assessment,
      blindSince: hidesMore ? sql`now()` : before.since,
    }
    await tx
      .insert(flowSettings)
      .values({ flowId, ...set })
      .onConflictDoUpdate({ target: flowSettings.flowId, set })
    const told = { code: 'flow.blindness_set' as const, about: flowId, payload: { colleagues, assessment } }
    return { told: isSame ? [] : told, value: { colleagues, assessment } }
  })
}
