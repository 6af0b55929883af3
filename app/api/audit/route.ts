import { requireLogFilter } from '@/lib/audit/log/log-filter'
import { listLog } from '@/lib/audit/log/queries'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'

export const GET = route(async (request) => {
  const admin = await requireMay('audit.read')
  return answer(await listLog(admin, requireLogFilter(new URL(request.url).searchParams)))
})
