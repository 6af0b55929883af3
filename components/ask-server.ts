import { MEMBER_HEADER } from '@/lib/auth/member-header'
import { connectivity } from './connectivity'
import { tabMember } from './tab-member'

/** Bytes; browsers let 64 KiB at once outlive the page that sent them. */
const MOST_OUTLIVING = 60_000
let outliving = 0

/**
 * The only way in which a page talks to the server: it says whom the page was drawn for, and what changes something goes on
 * where the page is left meanwhile, if it is not too long for that. Throws what `fetch` throws.
 */
export async function askServer(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  const member = tabMember()
  if (member) headers.set(MEMBER_HEADER, member.id)
  const bytes = changing(init) ?? Infinity
  const keepalive = outliving + bytes <= MOST_OUTLIVING
  if (keepalive) outliving += bytes
  const asked = connectivity.get()
  try {
    // oxlint-disable-next-line no-restricted-globals -- Here alone, so that no request goes without that.
    const response = await fetch(url, { ...init, headers, keepalive })
    connectivity.answered(response, asked)
    return response
  } catch (error) {
    if (!init.signal?.aborted) connectivity.unanswered()
    throw error
  } finally {
    if (keepalive) outliving -= bytes
  }
}

/** How long what it sends is, in bytes; null for a request that only reads. */
function changing({ method = 'GET', body }: RequestInit): number | null {
  if (method === 'GET' || method === 'HEAD') return null
  return typeof body === 'string' ? new TextEncoder().encode(body).length : 0
}
