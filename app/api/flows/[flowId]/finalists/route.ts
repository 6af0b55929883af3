import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { interviewsOfLink } from '@/lib/compare/alias'
import { MOST_FINALISTS, readIds } from '@/lib/compare/link'
import { listFinalists } from '@/lib/compare/queries'
import { flowIdOfParameter } from '@/lib/flows/flow-id'

/** What those are called by now whom a link names by `ids`, which are divided by commas; the first six of them. */
export const GET = route(async (request, { params }: RouteContext<'/api/flows/[flowId]/finalists'>) => {
  const viewer = await requireMay('interview.read')
  const chosen = readIds(new URL(request.url).searchParams.get('ids')).slice(0, MOST_FINALISTS)
  const flowId = flowIdOfParameter((await params).flowId)
  return answer({ finalists: await listFinalists(viewer, { flowId, ids: interviewsOfLink(viewer, chosen) }) })
})
