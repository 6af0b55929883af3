import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { answer, route } from '@/lib/auth/route'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'
import { setStatus } from '@/lib/status/commands'
import { statusDraft } from '@/lib/status/draft'
import { withReasonOfColleague } from '@/lib/status/outcome'

export const PUT = route(async (request, { params }: RouteContext<'/api/interviews/[interviewId]/status'>) => {
  const viewer = await requireMay('status.set')
  const id = idOfParameter((await params).interviewId)
  const { replaces, ...decision } = await readJsonBody(request, statusDraft)
  const now = await setStatus(viewer, { id, replaces }, decision)
  await recordViewing(viewer, ...withReasonOfColleague(viewer, [{ id, is: 'set', now }]))
  return answer(now)
})
