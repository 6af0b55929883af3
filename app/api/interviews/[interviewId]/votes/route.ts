import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { listVotes } from '@/lib/votes/queries'

export const GET = route(async (_request, { params }: RouteContext<'/api/interviews/[interviewId]/votes'>) => {
  const viewer = await requireMay('interview.read')
  return answer(await listVotes(viewer, idOfParameter((await params).interviewId)))
})
