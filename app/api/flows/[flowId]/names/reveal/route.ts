import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { revealNames } from '@/lib/compare/commands'
import { flowIdOfParameter } from '@/lib/flows/flow-id'

export const POST = route(async (_request, { params }: RouteContext<'/api/flows/[flowId]/names/reveal'>) => {
  const viewer = await requireMay('names.reveal')
  await revealNames(viewer, flowIdOfParameter((await params).flowId))
  return answer({ revealed: true })
})
