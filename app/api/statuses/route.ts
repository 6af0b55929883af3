import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { readJsonBody } from '@/lib/server/json-body'
import { setStatuses } from '@/lib/status/commands'
import { statusesDraft } from '@/lib/status/draft'

export const PUT = route(async (request) => {
  const viewer = await requireMay('status.set')
  const { interviews, ...decision } = await readJsonBody(request, statusesDraft)
  return answer({ results: await setStatuses(viewer, interviews, decision) })
})
