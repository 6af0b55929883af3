import 'server-only'
import { headers } from 'next/headers'
import { AHEAD_HEADER } from '../ahead-header'

type PageRequest = {
  /** Under which this page's own scripts may run; null where the browser has a page already, and asks for what changes in it. */
  nonce: string | null
  /** The browser asks for the whole page, by its address or anew. */
  isDocument: boolean
  /** The browser opens it by its address: it neither goes to it within Debrief nor loads it anew. */
  isByAddress: boolean
  /** Nobody has gone to it yet. */
  isAhead: boolean
}

/** What a page has to know of how it is asked for. */
export async function readPageRequest(): Promise<PageRequest> {
  const asked = await headers()
  const isDocument = asked.get('accept')?.includes('text/html') ?? false
  // Every browser says so when somebody loads a page anew (RFC 9111, section 5.2.1).
  const isAnew = /max-age=0|no-cache/.test(asked.get('cache-control') ?? '')
  const [, nonce = null] = /'nonce-([^']+)'/.exec(asked.get('content-security-policy') ?? '') ?? []
  return { isDocument, nonce: isDocument ? nonce : null, isByAddress: isDocument && !isAnew, isAhead: isAhead(asked) }
}

/** Whether nobody has gone yet to what is asked for. */
export function isAhead(asked: Pick<Headers, 'has'>): boolean {
  return asked.has(AHEAD_HEADER) || asked.has('next-router-prefetch')
}
