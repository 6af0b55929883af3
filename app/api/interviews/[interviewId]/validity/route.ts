import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { findValidity } from '@/lib/validity/queries'

export const GET = route(async (_request, { params }: RouteContext<'/api/interviews/[interviewId]/validity'>) => {
  const viewer = await requireMay('interview.read')
  return answer(await findValidity(viewer, idOfParameter((await params).interviewId)))
})
