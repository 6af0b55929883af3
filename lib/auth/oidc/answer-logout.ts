import 'server-only'
import { z } from 'zod'
import { DebriefError } from '../../errors'
import { failureOf, failureResponse, logFailure } from '../../server/failure-response'
import { peerOf } from '../../server/peer'
import { readSmallForm } from '../../server/request-body'
import { throttleFailures } from '../sign-in/throttle'
import { logOutByProvider } from './provider-logout'
import { requireSettings } from './settings'

const form = z.object({ logout_token: z.string().min(1) })

/** By OpenID Connect Back-Channel Logout 1.0, section 2.8: 200 when it is done, 400 with the reason for a token that does not count. */
export async function answerLogout(request: Request): Promise<Response> {
  try {
    requireSettings()
    await throttleFailures({ of: 'logout', address: peerOf(request.headers) }, async () => {
      const fields = form.safeParse(await readSmallForm(request))
      if (!fields.success) throw new DebriefError('logout_token_invalid', { detail: 'there is none' })
      await logOutByProvider(fields.data.logout_token)
    })
    return new Response(null, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    const failure = failureOf(error)
    if (failure.status !== 400) return failureResponse(failure)
    const problem = {
      error: 'invalid_request',
      error_description: failure.detail ?? failure.message,
      id: logFailure(failure),
    }
    return Response.json(problem, { status: 400, headers: { 'cache-control': 'no-store' } })
  }
}
