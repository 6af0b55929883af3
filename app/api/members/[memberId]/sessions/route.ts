import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { endMemberSessions } from '@/lib/members/commands'
import { memberIdOfParameter } from '@/lib/members/member-id'

export const DELETE = route(async (_request, { params }: RouteContext<'/api/members/[memberId]/sessions'>) => {
  const admin = await requireMay('member.manage')
  await endMemberSessions(admin, memberIdOfParameter((await params).memberId))
  return answer({ ended: true })
})
