import { setPreferences } from '@/lib/account/commands'
import { preferences } from '@/lib/account/preferences'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { readJsonBody } from '@/lib/server/json-body'

export const PUT = route(async (request) => {
  const viewer = await requireMay('account.manage')
  const wanted = await readJsonBody(request, preferences)
  await setPreferences(viewer, wanted)
  return answer(wanted)
})
