import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { DebriefError } from '@/lib/errors'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { findOrFetchInterview } from '@/lib/mirror/read-through'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async (_request, { params }: RouteContext<'/api/interviews/[interviewId]'>) => {
  const viewer = await requireMay('interview.read')
  const interviewId = idOfParameter((await params).interviewId)
  const interview = await findOrFetchInterview(viewer, interviewId)
  if (!interview) throw new DebriefError('interview_not_found')
  await recordViewing(viewer, interviewId)
  return answer(interview)
})
