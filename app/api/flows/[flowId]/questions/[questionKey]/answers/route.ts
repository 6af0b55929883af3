import { recordViewing } from '@/lib/audit/commands'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { interviewsOfAnswers } from '@/lib/compare/alias'
import { keyOfParameter } from '@/lib/compare/key'
import { findAnswers } from '@/lib/compare/queries'
import { flowIdOfParameter } from '@/lib/flows/flow-id'

type Context = RouteContext<'/api/flows/[flowId]/questions/[questionKey]/answers'>

export const GET = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('interview.read')
  const { flowId, questionKey } = await params
  const found = await findAnswers(viewer, { flowId: flowIdOfParameter(flowId), key: keyOfParameter(questionKey) })
  await recordViewing(viewer, ...interviewsOfAnswers(viewer, found.answers))
  return answer(found)
})
