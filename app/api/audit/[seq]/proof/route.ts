import { requireCounts, seqOfParameter } from '@/lib/audit/log/counts'
import { findProof } from '@/lib/audit/log/queries'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'

export const GET = route(async (request, { params }: RouteContext<'/api/audit/[seq]/proof'>) => {
  const admin = await requireMay('audit.read')
  const seq = seqOfParameter((await params).seq)
  const { size } = requireCounts(new URL(request.url).searchParams, ['size'])
  return answer(await findProof(admin, seq, size))
})
