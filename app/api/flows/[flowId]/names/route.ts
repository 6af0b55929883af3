import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { hideNames } from '@/lib/compare/commands'
import { namesSwitch } from '@/lib/compare/names-switch'
import { flowIdOfParameter } from '@/lib/flows/flow-id'
import { readJsonBody } from '@/lib/server/json-body'

export const PUT = route(async (request, { params }: RouteContext<'/api/flows/[flowId]/names'>) => {
  const viewer = await requireMay('names.hide')
  const flowId = flowIdOfParameter((await params).flowId)
  const { hidden } = await readJsonBody(request, namesSwitch)
  await hideNames(viewer, flowId, hidden)
  return answer({ hidden })
})
