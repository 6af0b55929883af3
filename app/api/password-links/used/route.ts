import { answer, route } from '@/lib/auth/route'
import { DebriefError } from '@/lib/errors'
import { passwordLinkUse } from '@/lib/password-links/password-link'
import { usePasswordLink } from '@/lib/password-links/using'
import { peerOf } from '@/lib/server/peer'
import { readSmallForm } from '@/lib/server/request-body'

/** The token is in the body: addresses are written to more logs. */
export const POST = route(async (request) => {
  const parsed = passwordLinkUse.safeParse(await readSmallForm(request))
  if (!parsed.success) throw new DebriefError('invalid_input')
  const email = await usePasswordLink({ ...parsed.data, address: peerOf(request.headers) })
  return answer({ email })
})
