import { requireMay } from '@/lib/auth/viewer'
import { checkConnection } from '@/lib/connection/commands'
import { answer, route } from '@/lib/auth/route'

export const POST = route(async () => {
  await checkConnection(await requireMay('connection.check'))
  return answer({ accepted: true })
})
