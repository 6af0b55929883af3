import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { revealInterview } from '@/lib/votes/commands'
import { readAskedFor } from '@/lib/votes/vote'

export const POST = route(async (request, { params }: RouteContext<'/api/interviews/[interviewId]/reveal'>) => {
  const viewer = await requireMay('interview.reveal')
  const interviewId = idOfParameter((await params).interviewId)
  const votes = await revealInterview(viewer, interviewId, readAskedFor(new URL(request.url).searchParams))
  await recordViewing(viewer, interviewId)
  return answer(votes)
})
