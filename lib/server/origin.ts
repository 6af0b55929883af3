import 'server-only'
import { env } from '../env'
import { DebriefError } from '../errors'

const READS = ['GET', 'HEAD', 'OPTIONS']

export function isChange(method: string | undefined): boolean {
  return !READS.includes(method ?? '')
}

/**
 * Throws `foreign_origin` unless the request only reads, or the browser says that it comes from our own pages (a missing or
 * `null` Origin is foreign).
 */
export function requireOwnOrigin({ method, headers }: Pick<Request, 'method' | 'headers'>) {
  if (!isChange(method)) return
  if (headers.get('origin') !== new URL(env().NEXTAUTH_URL).origin) throw new DebriefError('foreign_origin')
}

/**
 * Of what is taken away and told of in its reader's name: throws `foreign_origin` where the browser says that a page of another site asks.
 * Whoever typed the address, or asks by no browser, is nobody else's.
 */
export function requireNoOtherSite({ headers }: Pick<Request, 'headers'>) {
  if (headers.get('sec-fetch-site') === 'cross-site') throw new DebriefError('foreign_origin')
}
