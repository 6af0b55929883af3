import 'server-only'
import { z } from 'zod'
import { DebriefError } from '../../errors'
import { log } from '../../log'
import { fetchDocument } from './fetch-document'

const FRESH_MS = 10 * 60_000
/** Where it cannot be read again, what was read before serves on, and is tried again after this. */
const RETRY_MS = 60_000

const texts = z.array(z.string()).optional().catch(undefined)

/** What is used of an OpenID Connect Discovery 1.0 document. */
const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional().catch(undefined),
  scopes_supported: texts,
  token_endpoint_auth_methods_supported: texts,
  id_token_signing_alg_values_supported: texts,
})
export type Metadata = z.infer<typeof metadata>

type Known = { issuer: string; found: Metadata; until: number }

// Next loads a module several times in one process.
const shared = globalThis as typeof globalThis & { debriefIssuer?: Known | undefined }
const asking = new Map<string, Promise<Metadata>>()

/** What the issuer says of itself, read at most every ten minutes. Throws `sso_unreachable`, and `sso_misconfigured` for a document of another issuer. */
export async function discover(issuer: string): Promise<Metadata> {
  const known = shared.debriefIssuer?.issuer === issuer ? shared.debriefIssuer : undefined
  if (known && known.until > Date.now()) return known.found
  try {
    const found = await askOnce(issuer)
    shared.debriefIssuer = { issuer, found, until: Date.now() + FRESH_MS }
    return found
  } catch (error) {
    if (!known) throw error
    log.warn({ cause: error }, 'the identity provider’s discovery document cannot be read again')
    shared.debriefIssuer = { ...known, until: Date.now() + RETRY_MS }
    return known.found
  }
}

function askOnce(issuer: string): Promise<Metadata> {
  const underWay = asking.get(issuer) ?? ask(issuer).finally(() => asking.delete(issuer))
  asking.set(issuer, underWay)
  return underWay
}

async function ask(issuer: string): Promise<Metadata> {
  const parsed = metadata.safeParse(await fetchDocument(`${bare(issuer)}/.well-known/openid-configuration`))
  if (!parsed.success) throw new DebriefError('sso_misconfigured', { cause: parsed.error })
  const { issuer: told, authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = parsed.data
  const addresses = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint ?? jwks_uri]
  const isSafe = addresses.every((address) => isAsSafeAs(issuer, address))
  if (bare(told) !== bare(issuer) || !isSafe) throw new DebriefError('sso_misconfigured')
  return parsed.data
}

/** Providers disagree about it. */
function bare(issuer: string) {
  return issuer.replace(/\/$/, '')
}

/** A provider behind https sends nobody and no secret anywhere without it. */
function isAsSafeAs(issuer: string, address: string) {
  const { protocol } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && issuer.startsWith('http:'))
}
