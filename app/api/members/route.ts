import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { listMembers } from '@/lib/members/queries'

export const GET = route(async () => answer(await listMembers(await requireMay('member.manage'))))
