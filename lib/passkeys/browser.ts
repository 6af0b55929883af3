import 'server-only'
import { cookies } from 'next/headers'
import { answer } from '../auth/route'
import { SESSION_SECONDS, type SessionOrigin } from '../auth/session'
import { readSessionId, sessionHeader } from '../auth/session-cookie'
import { leaveFormer } from '../auth/sign-in/sign-out'
import { CHALLENGE_COOKIE, NO_CHALLENGE } from './challenge'
import type { Assertion } from './passkey'
import { signInByPasskey } from './sign-in'

/** What was begun in the browser that asks. */
export async function challengeCookie(): Promise<string | undefined> {
  return (await cookies()).get(CHALLENGE_COOKIE)?.value
}

/** Has the browser keep what is to be signed. */
export function answerBegun({ options, setChallenge }: { options: unknown; setChallenge: string }): Response {
  return answer(options, { 'set-cookie': setChallenge })
}

/** Has the browser go on with this session; null leaves the one that it has. */
export async function answerWith(value: object, sessionId: string | null): Promise<Response> {
  const response = answer(value, { 'set-cookie': NO_CHALLENGE })
  if (sessionId !== null) response.headers.append('set-cookie', await sessionHeader(sessionId, SESSION_SECONDS))
  return response
}

/** Ends whatever session the browser had before. Throws what `signInByPasskey` does. */
export async function answerPasskeySignIn(assertion: Assertion, from: SessionOrigin): Promise<Response> {
  const carriedId = await readSessionId(await cookies())
  const sessionId = await signInByPasskey({ assertion, challengeCookie: await challengeCookie(), from })
  if (carriedId) await leaveFormer(carriedId)
  return answerWith({}, sessionId)
}
