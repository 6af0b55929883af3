import { route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { answerBegun } from '@/lib/passkeys/browser'
import { beginPasskey } from '@/lib/passkeys/commands'
import { passkeyRequest } from '@/lib/passkeys/passkey'
import { readJsonBody } from '@/lib/server/json-body'
import { peerOf } from '@/lib/server/peer'

export const POST = route(async (request) => {
  const viewer = await requireMay('passkey.add')
  const asked = await readJsonBody(request, passkeyRequest)
  return answerBegun(await beginPasskey(viewer, { ...asked, address: peerOf(request.headers) }))
})
