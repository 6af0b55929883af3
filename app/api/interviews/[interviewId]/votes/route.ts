import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { listVotes } from '@/lib/votes/queries'

export const GET = route(async (_request, { params }: RouteContext<'/api/interviews/[interviewId]/votes'>) => {
  const viewer = await requireMay('interview.read')
  const interviewId = idOfParameter((await params).interviewId)
  const votes = await listVotes(viewer, interviewId)
  await recordViewing(viewer, interviewId)
  return answer(votes)
})
