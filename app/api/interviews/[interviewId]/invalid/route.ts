import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'
import { invalidateInterview, withdrawInvalidation } from '@/lib/validity/commands'
import { invalidationDraft } from '@/lib/validity/draft'
import { findValidity } from '@/lib/validity/queries'

type Context = RouteContext<'/api/interviews/[interviewId]/invalid'>

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('interview.invalidate')
  const interviewId = idOfParameter((await params).interviewId)
  await invalidateInterview(viewer, interviewId, await readJsonBody(request, invalidationDraft))
  await recordViewing(viewer, interviewId)
  return answer(await findValidity(viewer, interviewId))
})

export const DELETE = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('interview.invalidate')
  const interviewId = idOfParameter((await params).interviewId)
  await withdrawInvalidation(viewer, interviewId)
  await recordViewing(viewer, interviewId)
  return answer(await findValidity(viewer, interviewId))
})
