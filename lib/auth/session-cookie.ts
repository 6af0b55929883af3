import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '../env'

/** The prefix binds the cookie to this very host, over a secure connection, for every path. */
export const SESSION_COOKIE = '__Host-debrief.session'

/** All that the cookie says. */
export const sessionToken = z.object({ sid: z.uuid() })

/** The Set-Cookie header of a session, as next-auth sends it. */
export async function sessionHeader(sessionId: string, seconds: number): Promise<string> {
  const token = await encode({ token: { sid: sessionId }, secret: env().NEXTAUTH_SECRET, maxAge: seconds })
  return `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`
}

/** The id of the `sessions` row that the cookie names; null when there is none, or it is not ours, or it has expired. */
export async function readSessionId(cookies: {
  get(name: string): { value: string } | undefined
}): Promise<string | null> {
  const cookie = cookies.get(SESSION_COOKIE)
  if (!cookie) return null

  const claims = await decode({ token: cookie.value, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  const parsed = sessionToken.safeParse(claims)
  return parsed.success ? parsed.data.sid : null
}
