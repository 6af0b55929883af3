import { route } from '@/lib/auth/route'
import { browserOf } from '@/lib/auth/sign-in/signed-in-browser'
import { answerPasskeySignIn } from '@/lib/passkeys/browser'
import { ANSWER_BYTES, assertion } from '@/lib/passkeys/passkey'
import { readJsonBody } from '@/lib/server/json-body'

export const POST = route(async (request) => {
  const answered = await readJsonBody(request, assertion, ANSWER_BYTES)
  return answerPasskeySignIn(answered, (await browserOf(request)).from)
})
