import { setPreferences } from '@/lib/account/commands'
import { chosenPreferences } from '@/lib/preferences'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { readJsonBody } from '@/lib/server/json-body'

export const PATCH = route(async (request) => {
  const viewer = await requireMay('account.manage')
  const chosen = await readJsonBody(request, chosenPreferences)
  await setPreferences(viewer, chosen)
  return answer(chosen)
})
