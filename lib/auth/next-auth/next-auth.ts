import 'server-only'
import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { DebriefError } from '../../errors'
import { peerOf } from '../../server/peer'
import { databaseTime } from '../oidc/database-time'
import { refusedByProvider } from '../oidc/failure'
import { oidcProvider } from '../oidc/provider'
import { readSessionId } from '../session-cookie'
import { DEVICE_COOKIE } from '../sign-in/device'
import { signOut } from '../sign-in/sign-out'
import { throttleFailures } from '../sign-in/throttle'
import { authOptions, STATE_COOKIE, type Exchange } from './config'
import { isHere, plainRequest, type Action } from './plain-request'
import { isBegun, sendBack } from './send-back'
import { spendAnswer } from './spend-answer'

/**
 * next-auth's answer to the few of its actions that exist here. Throws `not_found`, and every way in which signing in or out can
 * fail; but who comes back from the identity provider is sent on to a page that says it.
 */
export async function answerAuth(request: Request, path: string[]): Promise<Response> {
  const action = actionOf(request.method, path.join('/'))
  if (!isHere(action)) throw new DebriefError('not_found')

  const inner = await plainRequest(request, action)
  const exchange = await exchangeOf(inner)
  const work = { action, inner, path, exchange }
  if (action === 'POST signin/oidc')
    return throttleFailures({ of: 'sso', address: exchange.address }, () => start(work))
  if (action === 'GET callback/oidc') return comeBack(work).catch(sendBack(inner, exchange))

  const response = await ask(work)
  if (action === 'POST callback/credentials') requireStarted(exchange)
  if (exchange.setDevice) response.headers.append('set-cookie', exchange.setDevice)
  if (action === 'POST signout') await finishSignOut(exchange)
  return response
}

/** A HEAD of what only reads is as its GET; one of the way back from a provider would sign in. */
function actionOf(method: string, path: string): string {
  return method === 'HEAD' && ONLY_READ.includes(path) ? `GET ${path}` : `${method} ${path}`
}

const ONLY_READ = ['csrf', 'session']

type Work = { action: Action; inner: NextRequest; path: string[]; exchange: Exchange }

async function exchangeOf({ headers, cookies }: NextRequest): Promise<Exchange> {
  return {
    address: peerOf(headers),
    userAgent: headers.get('user-agent'),
    carriedSessionId: await readSessionId(cookies),
    deviceCookie: cookies.get(DEVICE_COOKIE)?.value,
  }
}

/** Where to go, at the identity provider, and the cookies by which this browser is known when it comes back. */
async function start(work: Work): Promise<Response> {
  const response = await ask(work)
  const isKept = response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${STATE_COOKIE}=`))
  if (!isKept) throw new DebriefError('cookies_blocked')
  return response
}

/** What was not begun in this browser costs its address nothing: any page can have a browser ask for this. */
async function comeBack(work: Work): Promise<Response> {
  if (!isBegun(work.inner)) throw new DebriefError('sso_expired')
  return throttleFailures({ of: 'sso', address: work.exchange.address }, () => finish(work))
}

async function finish(work: Work): Promise<Response> {
  const { nextUrl } = work.inner
  const refusal = nextUrl.searchParams.get('error')
  if (refusal !== null) throw refusedByProvider(refusal)
  await spendAnswer(work.inner)
  work.exchange.askedAt = await databaseTime()
  const response = await ask(work)
  // next-auth asked the provider for nothing: what it had set at the start is not there any more.
  if (!work.exchange.startedSessionId) throw new DebriefError('sso_expired')
  return response
}

async function ask({ action, inner, path, exchange }: Work): Promise<Response> {
  const note = (failure: unknown) => void (exchange.failure = failure)
  const providers = action.endsWith('/oidc') ? [await oidcProvider(note)] : []
  const response = await NextAuth(inner, { params: { nextauth: path } }, authOptions(exchange, providers))
  if (exchange.failure) throw exchange.failure
  return response
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
