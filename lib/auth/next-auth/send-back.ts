import 'server-only'
import type { NextRequest } from 'next/server'
import { appendEvents } from '../../audit/append'
import { db } from '../../db/client'
import { env } from '../../env'
import type { DebriefError } from '../../errors'
import { failureOf, logFailure } from '../../server/failure-response'
import { findLinked } from '../oidc/admit'
import { signInPath } from '../return-path'
import { countFailure } from '../sign-in/throttle'
import { isSsoFailure } from '../../sso-failure'
import { system } from '../system'
import { RETURN_COOKIE, STATE_COOKIE, type Exchange } from './config'

/** To the sign-in page, which says by the code why nobody is signed in, and goes on to where they wanted to go. */
export function sendBack(request: NextRequest, exchange: Exchange) {
  return async (error: unknown): Promise<Response> => {
    const failure = failureOf(error)
    logFailure(failure)
    if (isBegun(request)) await tell(failure, exchange)
    const { origin } = new URL(env().NEXTAUTH_URL)
    const wanted = request.cookies.get(RETURN_COOKIE)?.value.replace(origin, '')
    const page = new URL(signInPath(wanted), origin)
    page.searchParams.set('error', failure.code)
    return new Response(null, { status: 303, headers: { location: page.href, 'cache-control': 'no-store' } })
  }
}

/** Whether this browser went to the provider from here: else nobody tried to sign in, and the log is not written by whoever asks. */
export function isBegun({ cookies }: NextRequest): boolean {
  return cookies.has(STATE_COOKIE)
}

/** Of an address no more than are counted: a log that strangers could fill would hide what members do. */
async function tell({ code }: DebriefError, { identity, address }: Exchange) {
  if (!isSsoFailure(code) || !(await countFailure({ of: 'sso_told', address }))) return
  const member = identity && (await findLinked(db(), identity))
  const payload = { by: 'oidc' as const, reason: code }
  await appendEvents(db(), system(), [{ code: 'sign_in.failed', about: member?.id ?? null, payload }])
}
