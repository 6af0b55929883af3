import { recordSearch } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { requireCountedFilter, requireInterviewFilter } from '@/lib/interviews/list/required-filter'
import { countChoices } from '@/lib/interviews/list/queries'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async (request) => {
  const viewer = await requireMay('interview.read')
  const search = new URL(request.url).searchParams
  const [filter, by] = [requireInterviewFilter(search), requireCountedFilter(search)]
  await recordSearch(viewer, filter.q)
  return answer(await countChoices(viewer, filter, by))
})
