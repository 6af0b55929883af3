import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { env } from '../../env'
import { DebriefError } from '../../errors'
import { log } from '../../log'
import { identityOf, type Identity } from '../oidc/identity'
import { PROVIDER } from '../oidc/provider'
import { requireSettings } from '../oidc/settings'
import { signInByOidc } from '../oidc/sign-in'
import { returnPath } from '../return-path'
import { findSessionEnd, SESSION_SECONDS } from '../session'
import { SESSION_COOKIE, sessionToken } from '../session-cookie'
import { memberEmail } from '../sign-in/email'
import { signIn } from '../sign-in/sign-in'
import { leaveFormer } from '../sign-in/sign-out'

/** One request to next-auth: what we know about it, and what came of it, which its own answer does not say. */
export type Exchange = {
  readonly address: string
  readonly userAgent: string | null
  /** The session whose cookie the request carries, live or not. */
  readonly carriedSessionId: string | null
  readonly deviceCookie: string | undefined
  /** When the identity provider is asked who it is, by `databaseTime`. */
  askedAt?: string
  startedSessionId?: string
  /** The header that makes the browser known. */
  setDevice?: string
  endedSessionId?: string
  /** Who the identity provider says it is. */
  identity?: Identity
  failure?: unknown
}

const credentials = z.object({ email: memberEmail, password: z.string() })

const hostCookie = (name: string) => ({
  name,
  options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: true },
})

export const STATE_COOKIE = '__Host-debrief.state'
/** Where somebody wanted to go. */
export const RETURN_COOKIE = '__Host-debrief.callback'

const COOKIES: NextAuthOptions['cookies'] = {
  sessionToken: hostCookie(SESSION_COOKIE),
  csrfToken: hostCookie('__Host-debrief.csrf'),
  callbackUrl: hostCookie(RETURN_COOKIE),
  // For the quarter of an hour that somebody may take at the identity provider.
  state: hostCookie(STATE_COOKIE),
  nonce: hostCookie('__Host-debrief.nonce'),
  pkceCodeVerifier: hostCookie('__Host-debrief.verifier'),
}

const callbacks = (exchange: Exchange): NextAuthOptions['callbacks'] => ({
  signIn: ({ account, profile }) => account?.provider !== PROVIDER || admitByOidc(exchange, profile),
  // Nothing but the session's id: who that is, and what they may do, is asked of the database on every request.
  jwt: ({ token }) => ({ sid: exchange.startedSessionId ?? token.sid }),
  session: async ({ token }) => ({ expires: await requireSessionEnd(token, exchange) }),
  redirect: ({ url, baseUrl }) => new URL(returnPath(url.replace(baseUrl, '')), baseUrl).href,
})

const LOGGER: NextAuthOptions['logger'] = {
  error: (code) => log.warn({ code }, 'next-auth'),
  warn: (code) => log.warn({ code }, 'next-auth'),
}

/** Sessions are found by the id in the token and by nothing else, so revoking one is deleting its row. */
export function authOptions(exchange: Exchange, oidc: OAuthConfig<Record<string, unknown>>[] = []): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: [passwordProvider(exchange), ...oidc],
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS },
    useSecureCookies: true,
    cookies: COOKIES,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: callbacks(exchange),
    logger: LOGGER,
    events: {
      signOut: ({ token }) => {
        exchange.endedSessionId = sessionToken.parse(token).sid
      },
    },
  }
}

function passwordProvider(exchange: Exchange) {
  return CredentialsProvider({
    credentials: {},
    // next-auth copies the message of whatever is thrown here into an address, so nothing is.
    authorize: async (input) => {
      try {
        const parsed = credentials.safeParse(input)
        if (!parsed.success) throw new DebriefError('sign_in_failed')
        const { address, userAgent, deviceCookie } = exchange
        const { sessionId: id, setDevice } = await signIn({ ...parsed.data, address, userAgent, deviceCookie })
        if (exchange.carriedSessionId) await leaveFormer(exchange.carriedSessionId)
        Object.assign(exchange, { startedSessionId: id, setDevice })
        return { id }
      } catch (error) {
        exchange.failure = error
        return null
      }
    },
  })
}

/** False leads to an error of next-auth's, which nobody gets to see: what is thrown here it would copy into an address. */
async function admitByOidc(exchange: Exchange, claims: unknown): Promise<boolean> {
  try {
    const { address, userAgent, askedAt } = exchange
    const { roles, groupsClaim } = requireSettings()
    exchange.identity = identityOf(claims, roles && groupsClaim)
    const sessionId = await signInByOidc(exchange.identity, { address, userAgent, askedAt })
    if (exchange.carriedSessionId) await leaveFormer(exchange.carriedSessionId)
    exchange.startedSessionId = sessionId
    return true
  } catch (error) {
    exchange.failure = error
    return false
  }
}

/** Thrown to next-auth, which then answers `{}` and clears the cookie: what it must not do while the database is away. */
async function requireSessionEnd(token: unknown, exchange: Exchange): Promise<string> {
  const end = await findSessionEnd(sessionToken.parse(token).sid).catch((failure: unknown) => {
    exchange.failure = failure
    throw failure
  })
  if (!end) throw new DebriefError('not_signed_in')
  return end
}
