import { requireMay } from '@/lib/auth/viewer'
import { listFlows } from '@/lib/flows/queries'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async () => answer(await listFlows(await requireMay('interview.read'))))
