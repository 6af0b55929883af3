import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { skipInterview, unskipInterview } from '@/lib/queue/commands'

type Context = RouteContext<'/api/review/queue/skips/[interviewId]'>

export const PUT = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('interview.read')
  await skipInterview(viewer, idOfParameter((await params).interviewId))
  return answer({ skipped: true })
})

export const DELETE = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('interview.read')
  await unskipInterview(viewer, idOfParameter((await params).interviewId))
  return answer({ skipped: false })
})
