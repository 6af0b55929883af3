import { DebriefError } from '@/lib/errors'
import { route } from '@/lib/auth/route'

/** Where lib/server/unreadable-requests.ts sends what cannot be answered otherwise. */
const refuse = route(async (_request, { params }: RouteContext<'/api/refused/[reason]'>) => {
  const { reason } = await params
  throw new DebriefError(reason === 'method' ? 'method_not_allowed' : 'invalid_input')
})

export { refuse as GET, refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE }
