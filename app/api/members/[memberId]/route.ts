import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { changeMember } from '@/lib/members/commands'
import { memberIdOfParameter } from '@/lib/members/member-id'
import { requireMember } from '@/lib/members/queries'
import { removeMember } from '@/lib/members/removal/commands'
import { RIGHTS_BYTES, rightsDraft } from '@/lib/members/rights'
import { readJsonBody } from '@/lib/server/json-body'

type Context = RouteContext<'/api/members/[memberId]'>

export const PATCH = route(async (request, { params }: Context) => {
  const admin = await requireMay('member.manage')
  const memberId = memberIdOfParameter((await params).memberId)
  await changeMember(admin, memberId, await readJsonBody(request, rightsDraft, RIGHTS_BYTES))
  return answer(await requireMember(admin, memberId))
})

export const DELETE = route(async (_request, { params }: Context) => {
  const admin = await requireMay('member.manage')
  await removeMember(admin, memberIdOfParameter((await params).memberId))
  return answer({ removed: true })
})
