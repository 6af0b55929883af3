import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { anchorsDraft } from '@/lib/compare/anchors'
import { writeAnchors } from '@/lib/compare/commands'
import { keyOfParameter } from '@/lib/compare/key'
import { flowIdOfParameter } from '@/lib/flows/flow-id'
import { readJsonBody } from '@/lib/server/json-body'

type Context = RouteContext<'/api/flows/[flowId]/questions/[questionKey]/anchors'>

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('anchors.write')
  const { flowId, questionKey } = await params
  const ref = { flowId: flowIdOfParameter(flowId), key: keyOfParameter(questionKey) }
  return answer(await writeAnchors(viewer, ref, await readJsonBody(request, anchorsDraft)))
})
