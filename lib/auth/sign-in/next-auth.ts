import 'server-only'
import NextAuth from 'next-auth'
import { NextRequest } from 'next/server'
import { z } from 'zod'
import { DebriefError } from '../../errors'
import { authOptions, type Exchange } from './config'
import { signOut } from './sign-out'
import { DEVICE_COOKIE } from './device'
import { peerOf } from '../../server/peer'
import { readSmallForm } from '../../server/request-body'
import { readSessionId } from '../session-cookie'

const SIGN_IN = 'POST callback/credentials'
const SIGN_OUT = 'POST signout'
const EXPOSED = new Set(['GET csrf', 'GET session', SIGN_IN, SIGN_OUT])

const form = z.object({ csrfToken: z.string(), email: z.string().optional(), password: z.string().optional() })

/** next-auth's answer to the few of its actions that exist here. Throws `not_found`, and every way in which signing in or out can fail. */
export async function answerAuth(request: Request, path: string[]): Promise<Response> {
  const action = `${request.method} ${path.join('/')}`
  if (!EXPOSED.has(action)) throw new DebriefError('not_found')

  const inner = await plainRequest(request)
  const exchange: Exchange = {
    address: peerOf(inner.headers),
    userAgent: inner.headers.get('user-agent'),
    carriedSessionId: await readSessionId(inner.cookies),
    deviceCookie: inner.cookies.get(DEVICE_COOKIE)?.value,
  }
  const response = await NextAuth(inner, { params: { nextauth: path } }, authOptions(exchange))
  if (exchange.failure) throw exchange.failure
  if (action === SIGN_IN) requireStarted(exchange)
  if (exchange.setDevice) response.headers.append('set-cookie', exchange.setDevice)
  if (action === SIGN_OUT) await finishSignOut(exchange)
  return response
}

/** With what a provider says in its query, and asking for JSON rather than a redirect. */
async function plainRequest(request: Request): Promise<NextRequest> {
  const url = new URL(request.url)
  // Where to go afterwards is the page's to say, in its form.
  url.searchParams.delete('callbackUrl')
  const headers = new Headers(request.headers)
  if (request.method !== 'POST') return new NextRequest(url, { headers })

  const fields = form.safeParse(await readSmallForm(request))
  if (!fields.success) throw new DebriefError('invalid_input')
  headers.set('content-type', 'application/json')
  const body = JSON.stringify({ ...fields.data, json: 'true' })
  return new NextRequest(url, { method: 'POST', headers, body })
}

function requireStarted({ startedSessionId }: Exchange) {
  // next-auth did not even look at the password: the token in the form and the one in the cookie differ.
  if (!startedSessionId) throw new DebriefError('cookies_blocked')
}

/** Here and not in next-auth's event, which swallows errors: a session that could not be ended must not look ended. */
async function finishSignOut({ carriedSessionId, endedSessionId }: Exchange) {
  if (endedSessionId) await signOut(endedSessionId)
  else if (carriedSessionId) throw new DebriefError('cookies_blocked')
}
