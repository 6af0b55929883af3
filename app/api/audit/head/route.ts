import { findLogHead } from '@/lib/audit/log/queries'
import { requireCounts } from '@/lib/audit/log/counts'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'

export const GET = route(async (request) => {
  const admin = await requireMay('audit.read')
  const { since } = requireCounts(new URL(request.url).searchParams, ['since'])
  return answer(await findLogHead(admin, since))
})
