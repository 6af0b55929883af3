import { endOwnSession } from '@/lib/account/commands'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { parseId } from '@/lib/server/json-body'

export const DELETE = route(async (_request, { params }: RouteContext<'/api/account/sessions/[sessionId]'>) => {
  const viewer = await requireMay('account.manage')
  await endOwnSession(viewer, parseId((await params).sessionId))
  return answer({ ended: true })
})
