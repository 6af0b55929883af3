import 'server-only'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import type { Profile } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { DebriefError } from '../../errors'
import { discover, type Metadata } from './discovery'
import { ssoFailure } from './failure'
import { PROVIDER_PATIENCE_MS } from './fetch-document'
import { isComplete, mergedClaims } from './identity'
import { requireSettings, type OidcSettings } from './settings'

type Claims = Record<string, unknown>
/** Is told what went wrong, which next-auth's own answer does not say. */
type OnFailure = (failure: DebriefError) => void

export const PROVIDER = 'oidc'
/** What an ID token may be signed with, of what its issuer offers. */
const SIGNED_WITH = ['RS256', 'ES256', 'PS256', 'EdDSA', 'RS384', 'RS512', 'ES384', 'ES512', 'PS384', 'PS512']

/**
 * The issuer as next-auth takes it, from the document that `discover` keeps: next-auth would read it anew for every sign-in, and not
 * look whose it is. Throws what `discover` does, and `not_found` where single sign-on is not set up.
 */
export async function oidcProvider(onFailure: OnFailure): Promise<OAuthConfig<Claims>> {
  const settings = requireSettings()
  const metadata = await discover(settings.issuer)
  return {
    ...{ id: PROVIDER, name: 'Single sign-on', type: 'oauth', idToken: true, checks: ['pkce', 'state', 'nonce'] },
    ...{ issuer: metadata.issuer, jwks_endpoint: metadata.jwks_uri },
    ...{ clientId: settings.clientId, clientSecret: settings.clientSecret, client: clientOf(metadata) },
    httpOptions: { timeout: PROVIDER_PATIENCE_MS },
    authorization: { url: metadata.authorization_endpoint, params: { scope: scopeOf(settings, metadata) } },
    token: {
      url: metadata.token_endpoint,
      request: async ({ client, provider, params, checks }) => {
        takeAlgorithms(client, algorithmsOf(metadata))
        const tokens = await trying(() => client.callback(provider.callbackUrl, params, checks), onFailure)
        return { tokens }
      },
    },
    userinfo: {
      ...(metadata.userinfo_endpoint && { url: metadata.userinfo_endpoint }),
      request: async ({ client, tokens }): Promise<Profile> => {
        // Verified when it was received.
        const claims: Claims = decodeJwt(tokens.id_token ?? '')
        if (!metadata.userinfo_endpoint || isComplete(claims, wantedOf(settings))) return claims
        const userinfo: Claims = await trying(() => client.userinfo(tokens.access_token ?? ''), onFailure)
        return mergedClaims(claims, userinfo)
      },
    },
    profile: ({ sub }) => ({ id: String(sub) }),
  }
}

function clientOf({ token_endpoint_auth_methods_supported: methods }: Metadata) {
  const takesBasic = !methods || methods.includes('client_secret_basic')
  return { token_endpoint_auth_method: takesBasic ? ('client_secret_basic' as const) : ('client_secret_post' as const) }
}

function algorithmsOf({ id_token_signing_alg_values_supported: offered = ['RS256'] }: Metadata): string[] {
  return SIGNED_WITH.filter((algorithm) => offered.includes(algorithm))
}

/** How openid-client verifies a token: its types leave that out. */
type Verifying = { validateJWT: (token: string, algorithm: string, ...rest: unknown[]) => Promise<unknown> }

/**
 * Which one it is the token itself says: every issuer offers RS256 (OpenID Connect Discovery 1.0, section 3), whatever it signs with for
 * this client, and openid-client would take but one.
 */
function takeAlgorithms(client: object, taken: string[]) {
  const verifying = client as Verifying
  const validate = verifying.validateJWT.bind(client)
  verifying.validateJWT = (token, expected, ...rest) => {
    const named = algorithmOf(token)
    return validate(token, named !== undefined && taken.includes(named) ? named : expected, ...rest)
  }
}

/** Undefined for what is no token: that is said by whoever verifies it. */
function algorithmOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg
  } catch {
    return undefined
  }
}

function wantedOf({ roles, groupsClaim }: OidcSettings): string[] {
  return roles ? [groupsClaim] : []
}

/** Some providers tell groups where they are asked for as a scope of that name. */
function scopeOf(settings: OidcSettings, { scopes_supported: offered = [] }: Metadata): string {
  const named = wantedOf(settings).filter((name) => offered.includes(name))
  return ['openid', 'email', 'profile', ...named].join(' ')
}

/** Within five seconds, however slowly it is answered. */
async function trying<T>(work: () => Promise<T>, onFailure: OnFailure): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DebriefError('sso_unreachable')), PROVIDER_PATIENCE_MS)
  })
  try {
    return await Promise.race([work(), late])
  } catch (error) {
    const failure = ssoFailure(error)
    onFailure(failure)
    throw failure
  } finally {
    clearTimeout(timer)
  }
}
