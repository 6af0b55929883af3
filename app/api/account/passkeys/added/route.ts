import { route } from '@/lib/auth/route'
import { browserOf } from '@/lib/auth/sign-in/signed-in-browser'
import { requireMay } from '@/lib/auth/viewer'
import { answerWith, challengeCookie } from '@/lib/passkeys/browser'
import { addPasskey } from '@/lib/passkeys/commands'
import { ANSWER_BYTES, passkeyDraft } from '@/lib/passkeys/passkey'
import { readJsonBody } from '@/lib/server/json-body'

export const POST = route(async (request) => {
  const viewer = await requireMay('passkey.add')
  const draft = await readJsonBody(request, passkeyDraft, ANSWER_BYTES)
  const { from } = await browserOf(request)
  const { id, sessionId } = await addPasskey(viewer, { ...draft, challengeCookie: await challengeCookie(), from })
  return answerWith({ id }, sessionId)
})
