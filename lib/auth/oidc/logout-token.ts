import 'server-only'
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { DebriefError } from '../../errors'
import { foreignId } from '../../text/foreign-id'
import { discover, type Metadata } from './discovery'
import { PROVIDER_PATIENCE_MS } from './fetch-document'
import { requireSettings } from './settings'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** Older ones may have been kept by somebody. */
const FRESH_SECONDS = 300
export const TOLERANCE_SECONDS = 30
/** Providers name no type, the general one, or the one of this specification. */
const TYPES = [undefined, 'jwt', 'logout+jwt', 'application/logout+jwt']
const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

const claims = z
  .looseObject({
    jti: foreignId,
    iat: z.number(),
    sub: foreignId.optional(),
    sid: foreignId.optional(),
    nonce: z.never().optional(),
    events: z.looseObject({ [EVENT]: z.looseObject({}) }),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined)

/** Whom a provider has signed out: a session of theirs, or everywhere where `sid` is null. */
export type ProviderLogout = {
  issuer: string
  subject: string | null
  sid: string | null
  jti: string
  issuedAt: number
}

type KeySet = ReturnType<typeof createRemoteJWKSet>
const keySets = new Map<string, KeySet>()

/**
 * By OpenID Connect Back-Channel Logout 1.0, section 2.6. Throws `logout_token_invalid`, whose `detail` says what is wrong with it,
 * and what `discover` does.
 */
export async function readLogoutToken(token: string): Promise<ProviderLogout> {
  const settings = requireSettings()
  const metadata = await discover(settings.issuer)
  const { payload, protectedHeader } = await verify(token, metadata, settings.clientId)
  if (!TYPES.includes(protectedHeader.typ?.toLowerCase())) throw invalid('its type is another')
  const parsed = claims.safeParse(payload)
  if (!parsed.success) throw invalid(`its claims do not fit: ${String(parsed.error.issues[0]?.path[0] ?? 'sub, sid')}`)
  const { sub = null, sid = null, jti, iat } = parsed.data
  return { issuer: metadata.issuer, subject: sub, sid, jti, issuedAt: iat }
}

async function verify(token: string, metadata: Metadata, audience: string) {
  try {
    return await jwtVerify(token, keysAt(metadata.jwks_uri), {
      ...{ issuer: metadata.issuer, audience, algorithms: ASYMMETRIC },
      ...{ clockTolerance: TOLERANCE_SECONDS, maxTokenAge: FRESH_SECONDS },
    })
  } catch (cause) {
    if (cause instanceof errors.JWKSTimeout || !(cause instanceof errors.JOSEError))
      throw new DebriefError('sso_unreachable', { cause })
    throw invalid(cause.code, cause)
  }
}

/** Asked for again where a key is not among them, at most twice a minute. */
function keysAt(address: string): KeySet {
  const known = keySets.get(address)
  if (known) return known
  const made = createRemoteJWKSet(new URL(address), { timeoutDuration: PROVIDER_PATIENCE_MS, cooldownDuration: 30_000 })
  keySets.set(address, made)
  return made
}

function invalid(detail: string, cause?: unknown) {
  return new DebriefError('logout_token_invalid', { detail, cause })
}
