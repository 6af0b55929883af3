import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { inviteMembers } from '@/lib/invitations/commands'
import { inviting } from '@/lib/invitations/invitation'
import { listInvitations } from '@/lib/invitations/queries'
import { RIGHTS_BYTES } from '@/lib/members/rights'
import { readJsonBody } from '@/lib/server/json-body'

export const GET = route(async () => answer(await listInvitations(await requireMay('member.invite'))))

export const POST = route(async (request) => {
  const viewer = await requireMay('member.invite')
  return answer(await inviteMembers(viewer, await readJsonBody(request, inviting, RIGHTS_BYTES)))
})
