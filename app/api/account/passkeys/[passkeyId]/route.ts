import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { removePasskey, renamePasskey } from '@/lib/passkeys/commands'
import { passkeyName } from '@/lib/passkeys/passkey'
import { parseId, readJsonBody } from '@/lib/server/json-body'

type Context = RouteContext<'/api/account/passkeys/[passkeyId]'>

export const PATCH = route(async (request, { params }: Context) => {
  const viewer = await requireMay('account.manage')
  const { name } = await readJsonBody(request, passkeyName)
  await renamePasskey(viewer, parseId((await params).passkeyId), name)
  return answer({ renamed: true })
})

export const DELETE = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('account.manage')
  return answer(await removePasskey(viewer, parseId((await params).passkeyId)))
})
