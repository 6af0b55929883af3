import { answer, route } from '@/lib/auth/route'
import { DebriefError } from '@/lib/errors'
import { acceptance } from '@/lib/invitations/invitation'
import { acceptInvitation } from '@/lib/invitations/joining'
import { peerOf } from '@/lib/server/peer'
import { readSmallForm } from '@/lib/server/request-body'

/** The token is in the body: addresses are written to more logs. */
export const POST = route(async (request) => {
  const parsed = acceptance.safeParse(await readSmallForm(request))
  if (!parsed.success) throw new DebriefError('invalid_input')
  const email = await acceptInvitation({ ...parsed.data, address: peerOf(request.headers) })
  return answer({ email })
})
