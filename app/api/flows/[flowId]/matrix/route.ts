import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { findMatrix } from '@/lib/compare/queries'
import { flowIdOfParameter } from '@/lib/flows/flow-id'

export const GET = route(async (_request, { params }: RouteContext<'/api/flows/[flowId]/matrix'>) => {
  const viewer = await requireMay('interview.read')
  return answer(await findMatrix(viewer, flowIdOfParameter((await params).flowId)))
})
