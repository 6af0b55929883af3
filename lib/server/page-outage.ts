import 'server-only'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { databaseFailure, type DatabaseFailure } from '../db/unavailable'
import { failureMessage } from '../errors'
import { outagePage } from './outage-page'
import { onRequestStart } from './request-start'

/** Seconds after which a browser asks again by itself. */
const AGAIN_AFTER = 5
/** Names the request to whoever is told of its failure. */
const REQUEST_HEADER = 'x-debrief-request'

/** Why the pages that are being answered have failed, by the name of their request. */
const failures = new Map<string, DatabaseFailure>()

/** To be called when a request fails; does nothing where the database is not the reason. */
export function noteOutage(error: unknown, headers: Record<string, string | string[] | undefined>) {
  const [name, code] = [headers[REQUEST_HEADER], databaseFailure(error)]
  if (typeof name === 'string' && code) failures.set(name, code)
}

/**
 * From now on a page that cannot be drawn for want of the database is answered with 503 and a page that needs nothing, where
 * Next would answer 500 and an empty one: it has no other status for a page that fails.
 */
export function answerOutages() {
  onRequestStart(({ request, response }) => {
    if (/^\/(?:api|_next)\//.test(request.url ?? '')) return
    const name = randomUUID()
    request.headers[REQUEST_HEADER] = name
    response.once('close', () => failures.delete(name))
    answerInstead(request, response, () => failures.get(name))
  })
}

/** Next sends the headers before anything else of a page, so whatever it would send of a failed one is stopped there. */
function answerInstead(
  request: IncomingMessage,
  response: ServerResponse,
  whyFailed: () => DatabaseFailure | undefined,
) {
  const end = response.end.bind(response)
  let answered = false
  const answer = () => {
    const code = response.headersSent || response.statusCode !== 500 ? undefined : whyFailed()
    if (!code || answered) return answered
    answered = true
    response.write = () => true
    response.statusCode = 503
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('retry-after', AGAIN_AFTER)
    for (const name of ['content-length', 'etag', 'link']) response.removeHeader(name)
    const [nonce = ''] = /(?<='nonce-)[^']+/.exec(String(response.getHeader('content-security-policy'))) ?? []
    const page = outagePage({ reason: failureMessage(code), seconds: AGAIN_AFTER, nonce })
    end(request.method === 'HEAD' ? '' : page)
    return true
  }
  // Sent by themselves headers are a packet of their own, and Next writes what follows in the same moment.
  response.flushHeaders = () => void answer()
  response.end = ((...sent: Parameters<typeof end>) => (answer() ? response : end(...sent))) as typeof end
}
