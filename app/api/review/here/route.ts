import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { markHere } from '@/lib/queue/commands'

export const POST = route(async () => {
  await markHere(await requireMay('interview.read'))
  return answer({ here: true })
})
