import { requireViewer } from '@/lib/auth/viewer'
import { requireInterviewFilter } from '@/lib/interviews/filter'
import { findNews } from '@/lib/interviews/queries'
import { requireSince } from '@/lib/interviews/since'
import { answer, route } from '@/lib/route'

export const GET = route(async (request) => {
  const viewer = await requireViewer()
  const search = new URL(request.url).searchParams
  return answer(await findNews(viewer, requireInterviewFilter(search), requireSince(search)))
})
