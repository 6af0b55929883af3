import { route } from '@/lib/auth/route'
import { answerChosen, browserOf } from '@/lib/auth/sign-in/signed-in-browser'
import { DebriefError } from '@/lib/errors'
import { acceptance } from '@/lib/invitations/invitation'
import { acceptInvitation } from '@/lib/invitations/joining'
import { readSmallForm } from '@/lib/server/request-body'

/** The token is in the body: addresses are written to more logs. */
export const POST = route(async (request) => {
  const parsed = acceptance.safeParse(await readSmallForm(request))
  if (!parsed.success) throw new DebriefError('invalid_input')
  const { from, deviceCookie } = await browserOf(request)
  return answerChosen(await acceptInvitation({ ...parsed.data, address: from.address, deviceCookie }))
})
