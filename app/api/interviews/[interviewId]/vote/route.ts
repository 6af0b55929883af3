import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'
import { castVote, withdrawVote } from '@/lib/votes/commands'
import { readReplacedVote, voteDraft } from '@/lib/votes/vote'

type Context = RouteContext<'/api/interviews/[interviewId]/vote'>

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('vote.cast')
  const interviewId = idOfParameter((await params).interviewId)
  const votes = await castVote(viewer, interviewId, await readJsonBody(request, voteDraft))
  await recordViewing(viewer, interviewId)
  return answer(votes)
})

export const DELETE = route(async (request, { params }: Context) => {
  const viewer = await requireMay('vote.cast')
  const interviewId = idOfParameter((await params).interviewId)
  const votes = await withdrawVote(viewer, interviewId, readReplacedVote(new URL(request.url).searchParams))
  await recordViewing(viewer, interviewId)
  return answer(votes)
})
