import { requireMay } from '@/lib/auth/viewer'
import { findFreshness } from '@/lib/mirror/queries'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async () => answer(await findFreshness(await requireMay('interview.read'))))
