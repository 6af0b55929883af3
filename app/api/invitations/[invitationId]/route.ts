import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { renewInvitation, withdrawInvitation } from '@/lib/invitations/commands'
import { parseId } from '@/lib/server/json-body'

type Context = RouteContext<'/api/invitations/[invitationId]'>

/** Another link. */
export const POST = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('member.invite')
  return answer(await renewInvitation(viewer, parseId((await params).invitationId)))
})

export const DELETE = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('member.invite')
  await withdrawInvitation(viewer, parseId((await params).invitationId))
  return answer({ withdrawn: true })
})
