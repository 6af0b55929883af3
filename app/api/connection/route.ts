import { requireMay } from '@/lib/auth/viewer'
import { findConnection } from '@/lib/connection/queries'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async () => answer(await findConnection(await requireMay('connection.read'))))
