import 'server-only'
import { env } from '../env'
import { DebriefError } from '../errors'

/** Throws `foreign_origin` unless the browser says that the request comes from our own pages (a missing or `null` Origin is foreign). */
export function requireOwnOrigin(headers: Headers) {
  if (headers.get('origin') !== new URL(env().NEXTAUTH_URL).origin) throw new DebriefError('foreign_origin')
}
