import 'server-only'
import type { IncomingMessage } from 'node:http'
import { onRequestStart } from './request-start'

/** Of all that a method can be: Next answers an error of the server to some others. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** Leads to what does not exist, as an address that cannot be read does. */
const NO_PAGE = '/unreadable'

/** From now on a request that nobody can read is refused as what it is, where Next would answer that the server is at fault. */
export function refuseUnreadable() {
  onRequestStart(({ request, response }) => {
    request.url = pathAskedFor(request)
    if (!METHODS.includes(request.method ?? '')) {
      response.setHeader('allow', METHODS.join(', '))
      request.method = 'GET'
      request.url = '/api/refused/method'
    } else if (!isReadable(request.url)) {
      request.url = request.url.startsWith('/') && !request.url.startsWith('/api/') ? NO_PAGE : '/api/refused/address'
    }
  })
}

/** A client may name the host too, as it would to a proxy (RFC 9112, 3.2.2): whichever it is, it asks us. */
function pathAskedFor({ url = '' }: IncomingMessage): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return pathname + search
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return url.startsWith('/')
  } catch {
    return false
  }
}
