import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload, type KeyLike } from 'jose'
import { type Configuration, Provider } from 'oidc-provider'
import { freePort } from './free-port'

const CLIENT = { clientId: 'debrief', clientSecret: randomBytes(24).toString('base64url') }
const KEY_ID = 'the one key'
/** In seconds. */
const HOUR = 3_600

/** What the provider tells of somebody, besides their subject. */
export type Account = { email?: string; email_verified?: boolean; name?: string; groups?: string[] }
/** Whom the provider lets sign in, without asking anything; or the error by which it refuses. */
type Answer = { as: string } | { error: string; error_description: string }

/** What its types leave out of a client. */
type Told = { backchannelLogout(subject: string, sid: string | undefined): Promise<void> }

export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>

/** What a provider signs with for a client that is set to it, whatever it offers. */
export type Signature = 'RS256' | 'ES256' | 'PS256' | 'EdDSA'

/** A real OpenID provider at a free port of 127.0.0.1, for the one client that Debrief at this origin is. */
export async function startIdentityProvider(origin: string, signsWith: Signature = 'RS256') {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const accounts = new Map<string, Account>()
  const jwk = { ...(await exportJWK(privateKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' }
  const others = await Promise.all((['ES256', 'PS256', 'EdDSA'] as const).map((alg) => keyFor(alg)))
  const provider = new Provider(issuer, configuration({ origin, accounts, keys: [jwk, ...others], signsWith }))
  const next: { answer: Answer; isLast: boolean } = { answer: { as: 'nobody' }, isLast: false }
  const sids = new Map<string, string>()
  provider.on('authorization.success', ({ oidc: { session } }) => {
    if (session?.accountId) sids.set(session.accountId, session.sidFor(CLIENT.clientId))
  })
  const answer = provider.callback()
  let tokenRequests = 0
  const server = createServer((request, response) => {
    if (request.url === '/token') tokenRequests++
    response.once('finish', () => {
      const isAnswer = String(response.getHeader('location')).startsWith(origin)
      if (isAnswer && next.isLast) void close(server)
    })
    if (request.url?.startsWith('/interaction/')) void interact(provider, next.answer, { request, response })
    else void answer(request, response)
  })
  await listen(server, port)

  return {
    issuer,
    ...CLIENT,
    accounts,
    /** How often it was asked for tokens. */
    tokenRequests: () => tokenRequests,
    /** From now on. */
    answers: (answered: Answer) => void (next.answer = answered),
    /** Nobody answers at its port until it is `up`. */
    down: () => close(server),
    /** Sends one more browser back, and is down before Debrief asks it who that was. */
    downAfterNext: () => void (next.isLast = true),
    up: async () => {
      next.isLast = false
      await listen(server, port)
    },
    /** Tells Debrief, as a provider does whose user signs out, of the session that was used last. */
    async signOut(subject: string) {
      const client = (await provider.Client.find(CLIENT.clientId)) as unknown as Told
      await client.backchannelLogout(subject, sids.get(subject))
    },
    /** A token that it has signed, as it would sign any other. */
    sign: (claims: JWTPayload, header: { typ?: string; alg?: string } = {}) => sign(privateKey, claims, header),
    stop: () => close(server),
  }
}

async function keyFor(alg: Signature) {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: `for ${alg}`, use: 'sig', alg }
}

type Settings = { origin: string; accounts: Map<string, Account>; keys: object[]; signsWith: Signature }

function configuration({ origin, accounts, keys, signsWith }: Settings): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${origin}/api/auth/callback/oidc`],
        backchannel_logout_uri: `${origin}/api/auth/backchannel-logout`,
        backchannel_logout_session_required: true,
        id_token_signed_response_alg: signsWith,
      },
    ],
    jwks: { keys },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256', 'PS256', 'EdDSA'] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    // An ID token has those of `openid` alone, the others are told at the userinfo endpoint.
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    ttl: { AccessToken: HOUR, AuthorizationCode: 60, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...accounts.get(accountId) }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}

type Interaction = { request: IncomingMessage; response: ServerResponse }

async function interact(provider: Provider, answer: Answer, { request, response }: Interaction) {
  const result = 'as' in answer ? { login: { accountId: answer.as } } : answer
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

function sign(key: KeyLike, claims: JWTPayload, { typ = 'logout+jwt', alg = 'RS256' }: { typ?: string; alg?: string }) {
  return new SignJWT(claims).setProtectedHeader({ alg, typ, kid: KEY_ID }).sign(key)
}

async function listen(server: Server, port: number) {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

async function close(server: Server) {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}
