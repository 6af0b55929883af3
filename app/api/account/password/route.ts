import { newPassword } from '@/lib/account/account'
import { changePassword } from '@/lib/account/commands'
import { route } from '@/lib/auth/route'
import { answerSignedIn, browserOf } from '@/lib/auth/sign-in/signed-in-browser'
import { requireMay } from '@/lib/auth/viewer'
import { readJsonBody } from '@/lib/server/json-body'

export const PUT = route(async (request) => {
  const viewer = await requireMay('account.manage')
  const typed = await readJsonBody(request, newPassword)
  return answerSignedIn(await changePassword(viewer, { ...typed, ...(await browserOf(request)) }))
})
