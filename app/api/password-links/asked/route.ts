import { answer, route } from '@/lib/auth/route'
import { DebriefError } from '@/lib/errors'
import { askForPasswordLink } from '@/lib/password-links/mail-job'
import { forgotten } from '@/lib/password-links/password-link'
import { peerOf } from '@/lib/server/peer'
import { readSmallForm } from '@/lib/server/request-body'

export const POST = route(async (request) => {
  const parsed = forgotten.safeParse(await readSmallForm(request))
  if (!parsed.success) throw new DebriefError('invalid_input')
  await askForPasswordLink({ ...parsed.data, address: peerOf(request.headers) })
  return answer({ asked: true })
})
