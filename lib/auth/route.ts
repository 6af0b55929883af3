import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { isChange, requireOwnOrigin } from '../server/origin'
import { requireBearableBody } from '../server/limited-body'
import { requireOwnPage } from './viewer'
import { failureResponse } from '../server/failure-response'

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/** A route handler whose failures are problem+json and whose writes only our own pages can ask for, of who is signed in. */
export function route<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      requireOwnOrigin(request)
      requireBearableBody(request)
      if (isChange(request.method)) await requireOwnPage(request)
      return await handler(request, context)
    } catch (error) {
      unstable_rethrow(error)
      return failureResponse(error)
    }
  }
}

/** JSON for this member only: stored nowhere on its way. */
export function answer(value: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(value, { headers: { ...headers, 'cache-control': 'no-store' } })
}
