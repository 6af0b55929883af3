import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { readJsonBody } from '@/lib/server/json-body'
import { takeBackStatuses } from '@/lib/status/commands'
import { takenBack } from '@/lib/status/draft'
import { withReasonOfColleague } from '@/lib/status/outcome'

export const POST = route(async (request) => {
  const viewer = await requireMay('status.set')
  const { versions } = await readJsonBody(request, takenBack)
  const results = await takeBackStatuses(viewer, versions)
  await recordViewing(viewer, ...withReasonOfColleague(viewer, results))
  return answer({ results })
})
