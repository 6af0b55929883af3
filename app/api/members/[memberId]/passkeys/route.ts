import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { memberIdOfParameter } from '@/lib/members/member-id'
import { removePasskeysOf } from '@/lib/members/ways-in/commands'

export const DELETE = route(async (_request, { params }: RouteContext<'/api/members/[memberId]/passkeys'>) => {
  const admin = await requireMay('member.manage')
  await removePasskeysOf(admin, memberIdOfParameter((await params).memberId))
  return answer({ removed: true })
})
