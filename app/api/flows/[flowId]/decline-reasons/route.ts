import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { flowIdOfParameter } from '@/lib/flows/flow-id'
import { readJsonBody } from '@/lib/server/json-body'
import { setDeclineReasons } from '@/lib/status/commands'
import { declineReasonsDraft } from '@/lib/status/draft'
import { listDeclineReasons } from '@/lib/status/queries'

type Context = RouteContext<'/api/flows/[flowId]/decline-reasons'>

export const GET = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('status.set')
  return answer({ reasons: await listDeclineReasons(viewer, flowIdOfParameter((await params).flowId)) })
})

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('status.set')
  const flowId = flowIdOfParameter((await params).flowId)
  await setDeclineReasons(viewer, flowId, await readJsonBody(request, declineReasonsDraft))
  return answer({ reasons: await listDeclineReasons(viewer, flowId) })
})
