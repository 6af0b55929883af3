import 'server-only'
import { cookies } from 'next/headers'
import { peerOf } from '../../server/peer'
import { answer } from '../route'
import { SESSION_SECONDS, type SessionOrigin } from '../session'
import { sessionHeader } from '../session-cookie'
import { type ChosenPassword, DEVICE_COOKIE } from './device'
import type { SignedIn } from './sign-in'

type Browser = { from: SessionOrigin; deviceCookie: string | undefined }

/** Which browser asks. */
export async function browserOf({ headers }: Request): Promise<Browser> {
  const from = { address: peerOf(headers), userAgent: headers.get('user-agent') }
  return { from, deviceCookie: (await cookies()).get(DEVICE_COOKIE)?.value }
}

/** Has the browser go on with another session than the one that it asked with. */
export async function answerSignedIn({ sessionId, setDevice }: SignedIn): Promise<Response> {
  const response = answer({})
  response.headers.append('set-cookie', await sessionHeader(sessionId, SESSION_SECONDS))
  response.headers.append('set-cookie', setDevice)
  return response
}

/** To whoever chose a password by a link: with it they sign in next, from a browser that is known. */
export function answerChosen({ email, setDevice }: ChosenPassword): Response {
  const response = answer({ email })
  response.headers.append('set-cookie', setDevice)
  return response
}
