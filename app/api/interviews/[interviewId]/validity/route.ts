import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { findValidity } from '@/lib/validity/queries'

export const GET = route(async (_request, { params }: RouteContext<'/api/interviews/[interviewId]/validity'>) => {
  const viewer = await requireMay('interview.read')
  const interviewId = idOfParameter((await params).interviewId)
  const validity = await findValidity(viewer, interviewId)
  await recordViewing(viewer, interviewId)
  return answer(validity)
})
