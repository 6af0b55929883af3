import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'
import { overrideScore, withdrawOverride } from '@/lib/validity/commands'
import { overrideDraft, requireScoreName } from '@/lib/validity/draft'
import { findValidity } from '@/lib/validity/queries'

type Context = RouteContext<'/api/interviews/[interviewId]/overrides/[score]'>

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('score.override')
  const { interviewId: parameter, score } = await params
  const ref = { interviewId: idOfParameter(parameter), score: requireScoreName(score) }
  await overrideScore(viewer, ref, await readJsonBody(request, overrideDraft))
  await recordViewing(viewer, ref.interviewId)
  return answer(await findValidity(viewer, ref.interviewId))
})

export const DELETE = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('score.override')
  const { interviewId: parameter, score } = await params
  const ref = { interviewId: idOfParameter(parameter), score: requireScoreName(score) }
  await withdrawOverride(viewer, ref)
  await recordViewing(viewer, ref.interviewId)
  return answer(await findValidity(viewer, ref.interviewId))
})
