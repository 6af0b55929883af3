import { requireMay } from '@/lib/auth/viewer'
import { countUnseenMentions } from '@/lib/notes/queries'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async () => answer({ unseen: await countUnseenMentions(await requireMay('interview.read')) }))
