import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { LISTING_BYTES, readJsonBody } from '@/lib/server/json-body'
import { setStatuses } from '@/lib/status/commands'
import { statusesDraft } from '@/lib/status/draft'
import { withReasonOfColleague } from '@/lib/status/outcome'

export const PUT = route(async (request) => {
  const viewer = await requireMay('status.set')
  const { interviews, ...decision } = await readJsonBody(request, statusesDraft, LISTING_BYTES)
  const results = await setStatuses(viewer, interviews, decision)
  await recordViewing(viewer, ...withReasonOfColleague(viewer, results))
  return answer({ results })
})
