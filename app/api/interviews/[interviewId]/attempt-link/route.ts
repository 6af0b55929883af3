import { z } from 'zod'
import { linkAttempts, unlinkAttempt } from '@/lib/attempts/commands'
import { requireMay } from '@/lib/auth/viewer'
import { idOfParameter, interviewId } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'
import { answer, route } from '@/lib/auth/route'

type Context = RouteContext<'/api/interviews/[interviewId]/attempt-link'>

const link = z.object({ other: interviewId })

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('attempt.link')
  const id = idOfParameter((await params).interviewId)
  const { other } = await readJsonBody(request, link)
  await linkAttempts(viewer, id, other)
  return answer({ linked: true })
})

export const DELETE = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('attempt.link')
  await unlinkAttempt(viewer, idOfParameter((await params).interviewId))
  return answer({ linked: false })
})
