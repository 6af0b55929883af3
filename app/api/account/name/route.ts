import { accountName } from '@/lib/account/account'
import { renameAccount } from '@/lib/account/commands'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { readJsonBody } from '@/lib/server/json-body'

export const PUT = route(async (request) => {
  const viewer = await requireMay('account.manage')
  const { name } = await readJsonBody(request, accountName)
  await renameAccount(viewer, name)
  return answer({ renamed: true })
})
