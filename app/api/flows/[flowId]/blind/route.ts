import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { setBlindness } from '@/lib/flows/commands'
import { blindnessDraft } from '@/lib/flows/flow'
import { flowIdOfParameter } from '@/lib/flows/flow-id'
import { findFlowBlindness } from '@/lib/flows/queries'
import { readJsonBody } from '@/lib/server/json-body'

type Context = RouteContext<'/api/flows/[flowId]/blind'>

export const GET = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('blindness.set')
  return answer(await findFlowBlindness(viewer, flowIdOfParameter((await params).flowId)))
})

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('blindness.set')
  const flowId = flowIdOfParameter((await params).flowId)
  return answer(await setBlindness(viewer, flowId, await readJsonBody(request, blindnessDraft)))
})
