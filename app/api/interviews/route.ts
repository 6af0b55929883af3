import { recordSearch } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { requireInterviewFilter } from '@/lib/interviews/list/required-filter'
import { listInterviews } from '@/lib/interviews/list/queries'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async (request) => {
  const viewer = await requireMay('interview.read')
  const filter = requireInterviewFilter(new URL(request.url).searchParams)
  await recordSearch(viewer, filter.q)
  return answer(await listInterviews(viewer, filter))
})
