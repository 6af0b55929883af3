import { asking } from '@/lib/assignments/assignment'
import { askMember } from '@/lib/assignments/commands'
import { findAsks } from '@/lib/assignments/queries'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'

type Context = RouteContext<'/api/interviews/[interviewId]/asks'>

export const GET = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('review.ask')
  return answer(await findAsks(viewer, idOfParameter((await params).interviewId)))
})

export const POST = route(async (request, { params }: Context) => {
  const viewer = await requireMay('review.ask')
  const interviewId = idOfParameter((await params).interviewId)
  await askMember(viewer, interviewId, await readJsonBody(request, asking))
  return answer(await findAsks(viewer, interviewId))
})
