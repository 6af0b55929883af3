import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { requireOwnOrigin } from './auth/origin'
import { databaseFailure } from './db/unavailable'
import { DebriefError } from './errors'
import { log } from './log'

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/** A route handler whose failures are problem+json and whose writes only our own pages can ask for. */
export function route<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      requireOwnOrigin(request)
      return await handler(request, context)
    } catch (error) {
      unstable_rethrow(error)
      return failureResponse(error)
    }
  }
}

/** RFC 9457. The reason goes to the log under the id that the answer carries. */
export function failureResponse(error: unknown): Response {
  const failure = asFailure(error)
  const id = crypto.randomUUID()
  log[failure.status >= 500 ? 'error' : 'info']({ id, code: failure.code, cause: failure.cause }, 'request failed')

  const problem = {
    type: `about:blank#${failure.code}`,
    title: failure.message,
    status: failure.status,
    code: failure.code,
    detail: failure.detail,
    id,
  }
  return Response.json(problem, {
    status: failure.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

function asFailure(error: unknown): DebriefError {
  return error instanceof DebriefError
    ? error
    : new DebriefError(databaseFailure(error) ?? 'unexpected', { cause: error })
}

/** JSON for this member only: stored nowhere on its way. */
export function answer(value: unknown): Response {
  return Response.json(value, { headers: { 'cache-control': 'no-store' } })
}
