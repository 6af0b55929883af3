import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'
import { setStatus } from '@/lib/status/commands'
import { statusDraft } from '@/lib/status/draft'

export const PUT = route(async (request, { params }: RouteContext<'/api/interviews/[interviewId]/status'>) => {
  const viewer = await requireMay('status.set')
  const id = idOfParameter((await params).interviewId)
  const { replaces, ...decision } = await readJsonBody(request, statusDraft)
  return answer(await setStatus(viewer, { id, replaces }, decision))
})
