import { recordViewing } from '@/lib/audit/commands'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { interviewOfParameter, interviewsOfAnswers } from '@/lib/compare/alias'
import { keyOfParameter } from '@/lib/compare/key'
import { findAnswer } from '@/lib/compare/queries'
import { flowIdOfParameter } from '@/lib/flows/flow-id'

type Context = RouteContext<'/api/flows/[flowId]/questions/[questionKey]/answers/[interviewId]'>

export const GET = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('interview.read')
  const { flowId, questionKey, interviewId } = await params
  const ref = { flowId: flowIdOfParameter(flowId), key: keyOfParameter(questionKey) }
  const found = await findAnswer(viewer, { ...ref, interviewId: interviewOfParameter(viewer, interviewId) })
  await recordViewing(viewer, ...interviewsOfAnswers(viewer, [found.answer]))
  return answer(found)
})
