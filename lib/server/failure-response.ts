import 'server-only'
import { databaseFailure } from '../db/unavailable'
import { env } from '../env'
import { DebriefError } from '../errors'
import { log } from '../log'

/** RFC 9457: `type` leads to a page that says what the failure means. The reason goes to the log under the id that the answer carries. */
export function failureResponse(error: unknown): Response {
  const failure = failureOf(error)
  const id = logFailure(failure)

  const problem = {
    type: new URL(`/problems/${failure.code}`, env().NEXTAUTH_URL).href,
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

/** The id by which the log has its reason. */
export function logFailure({ status, code, cause }: DebriefError): string {
  const id = crypto.randomUUID()
  log[status >= 500 ? 'error' : 'info']({ id, code, cause }, 'request failed')
  return id
}

export function failureOf(error: unknown): DebriefError {
  return error instanceof DebriefError
    ? error
    : new DebriefError(databaseFailure(error) ?? 'unexpected', { cause: error })
}
