import 'server-only'
import type { IncomingMessage } from 'node:http'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '../env'
import { LruCache } from '../lru-cache'

/** The prefix binds the cookie to this very host, over a secure connection, for every path. */
export const SESSION_COOKIE = '__Host-debrief.session'

/** All that the cookie says. */
export const sessionToken = z.object({ sid: z.uuid() })

/** The Set-Cookie header of a session, as next-auth sends it. */
export async function sessionHeader(sessionId: string, seconds: number): Promise<string> {
  const token = await encode({ token: { sid: sessionId }, secret: env().NEXTAUTH_SECRET, maxAge: seconds })
  return `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`
}

type Claims = z.infer<typeof claims>
/** With when it is over, in seconds since 1970. */
const claims = sessionToken.extend({ exp: z.number() })

/** What cookies say that were read lately: to decrypt one anew takes each request a millisecond. */
const known = new LruCache<Claims>(1_000)

/** The id of the `sessions` row that the cookie names; null when there is none, or it is not ours, or it has expired. */
export async function readSessionId(cookies: {
  get(name: string): { value: string } | undefined
}): Promise<string | null> {
  const token = cookies.get(SESSION_COOKIE)?.value
  if (!token) return null

  const said = known.get(token) ?? (await decrypted(token))
  if (!said || said.exp * 1000 <= Date.now()) return null
  known.set(token, said)
  return said.sid
}

const SENT = new RegExp(`(?:^|; )${SESSION_COOKIE}=([^;]+)`)

/** Whether a request carries a session's cookie of ours, whatever has become of the session. */
export async function carriesSession({ headers }: Pick<IncomingMessage, 'headers'>): Promise<boolean> {
  const [, value] = SENT.exec(headers.cookie ?? '') ?? []
  return value !== undefined && (await readSessionId({ get: () => ({ value }) })) !== null
}

async function decrypted(token: string): Promise<Claims | null> {
  const told = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  return claims.safeParse(told).data ?? null
}
