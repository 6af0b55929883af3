import { recordViewing } from '@/lib/audit/commands'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { interviewsOfLink } from '@/lib/compare/alias'
import { MOST_FINALISTS, readIds } from '@/lib/compare/link'
import { findSideBySide } from '@/lib/compare/queries'
import { flowIdOfParameter } from '@/lib/flows/flow-id'

/** `ids` are divided by commas, and the first six of them are told of. */
export const GET = route(async (request, { params }: RouteContext<'/api/flows/[flowId]/side-by-side'>) => {
  const viewer = await requireMay('interview.read')
  const chosen = readIds(new URL(request.url).searchParams.get('ids')).slice(0, MOST_FINALISTS)
  const flowId = flowIdOfParameter((await params).flowId)
  const found = await findSideBySide(viewer, { flowId, ids: interviewsOfLink(viewer, chosen) })
  const shown = found.finalists.map(({ interview }) => interview)
  await recordViewing(viewer, ...interviewsOfLink(viewer, shown))
  return answer(found)
})
