import { recordSearch } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { requireInterviewFilter } from '@/lib/interviews/list/required-filter'
import { findNews } from '@/lib/interviews/list/queries'
import { requireSince } from '@/lib/interviews/list/since'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async (request) => {
  const viewer = await requireMay('interview.read')
  const search = new URL(request.url).searchParams
  const [filter, since] = [requireInterviewFilter(search), requireSince(search)]
  await recordSearch(viewer, filter.q)
  return answer(await findNews(viewer, filter, since))
})
