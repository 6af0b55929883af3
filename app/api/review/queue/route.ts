import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { findQueue } from '@/lib/queue/queries'
import { queueFlow } from '@/lib/queue/queue-flow'

export const GET = route(async (request) => {
  const viewer = await requireMay('interview.read')
  return answer(await findQueue(viewer, queueFlow(new URL(request.url).searchParams.get('flow'))))
})
