import { isDatabaseReady } from '@/lib/server/health'
import { DebriefError } from '@/lib/errors'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async () => {
  if (!(await isDatabaseReady())) throw new DebriefError('not_ready')
  return answer({ status: 'ok' })
})
