import 'server-only'
import { databaseFailure } from '../db/unavailable'
import { DebriefError } from '../errors'
import { log } from '../log'

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
