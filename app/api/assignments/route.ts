import { assigning } from '@/lib/assignments/assignment'
import { assignByHand, assignFlow } from '@/lib/assignments/commands'
import { findFlowAssignments } from '@/lib/assignments/queries'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { queueFlow } from '@/lib/queue/queue-flow'
import { LISTING_BYTES, readJsonBody } from '@/lib/server/json-body'

export const GET = route(async (request) => {
  const viewer = await requireMay('assignment.manage')
  return answer(await findFlowAssignments(viewer, queueFlow(new URL(request.url).searchParams.get('flow')) ?? ''))
})

export const POST = route(async (request) => {
  const viewer = await requireMay('assignment.manage')
  const wanted = await readJsonBody(request, assigning, LISTING_BYTES)
  return answer('flowId' in wanted ? await assignFlow(viewer, wanted) : await assignByHand(viewer, wanted))
})
