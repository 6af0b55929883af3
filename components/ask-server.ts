import { MEMBER_HEADER } from '@/lib/auth/member-header'
import { connectivity } from './connectivity'
import { tabMember } from './tab-member'

/** The only way in which a page talks to the server: it says whom the page was drawn for. Throws what `fetch` throws. */
export async function askServer(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  const member = tabMember()
  if (member) headers.set(MEMBER_HEADER, member.id)
  try {
    // oxlint-disable-next-line no-restricted-globals -- Here alone, so that no request goes without that.
    const response = await fetch(url, { ...init, headers })
    connectivity.answered(response)
    return response
  } catch (error) {
    if (!init.signal?.aborted) connectivity.unanswered()
    throw error
  }
}
