import { route } from '@/lib/auth/route'
import { DebriefError } from '@/lib/errors'

/** Whatever no other route answers fails as they do. */
const refuse = route(async () => {
  throw new DebriefError('not_found')
})

export { refuse as GET, refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE }
