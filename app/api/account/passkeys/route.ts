import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { listPasskeys } from '@/lib/passkeys/queries'

export const GET = route(async () => answer(await listPasskeys(await requireMay('account.manage'))))
