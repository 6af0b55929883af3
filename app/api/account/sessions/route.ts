import { endOtherSessions } from '@/lib/account/commands'
import { listSessions } from '@/lib/account/queries'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'

export const GET = route(async () => answer(await listSessions(await requireMay('account.manage'))))

/** All but the one that asks. */
export const DELETE = route(async () => {
  const viewer = await requireMay('account.manage')
  return answer({ ended: await endOtherSessions(viewer) })
})
