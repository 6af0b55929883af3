import 'server-only'
import { randomBytes } from 'node:crypto'
import { env, isProduction } from '../env'
import { onRequestStart } from './request-start'
import { answerHeaders } from './answer-headers'
import { isChange } from './origin'

/** Which path the request asked for, whatever its own headers claim. */
export const PATH_HEADER = 'x-debrief-path'
/** What proxy.ts looks at; that name stands there too, where Next reads it without running the code. */
const CHANGE_HEADER = 'x-debrief-change'

/**
 * From now on every answer carries its headers, whoever gives it: a page, an endpoint, or Next itself when it redirects an odd
 * path. On the request Next reads the policy, to give its own scripts the nonce, and `pageViewer` where to return to. In
 * proxy.ts it would cost every page a tenth of its time, and what Next answers by itself would go without.
 */
export function sendSecurityHeaders() {
  const settings = { https: env().NEXTAUTH_URL.startsWith('https:'), dev: !isProduction() }
  onRequestStart(({ request, response }) => {
    const path = pathOf(request.url ?? '/')
    const headers = answerHeaders(path, randomBytes(16).toString('base64'), settings)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    request.headers['content-security-policy'] = headers['content-security-policy']
    request.headers[PATH_HEADER] = path
    delete request.headers[CHANGE_HEADER]
    if (isChange(request.method)) request.headers[CHANGE_HEADER] = request.method
  })
}

/** Without the parameter that Next adds when it asks for a page's data. */
function pathOf(url: string) {
  const mark = url.indexOf('?')
  if (mark < 0) return url

  const search = new URLSearchParams(url.slice(mark))
  search.delete('_rsc')
  return search.size > 0 ? `${url.slice(0, mark)}?${search}` : url.slice(0, mark)
}
