import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { makePasswordLink } from '@/lib/password-links/commands'
import { parseId } from '@/lib/server/json-body'

export const POST = route(async (_request, { params }: RouteContext<'/api/members/[memberId]/password-link'>) => {
  const admin = await requireMay('member.manage')
  return answer(await makePasswordLink(admin, { memberId: parseId((await params).memberId) }))
})
