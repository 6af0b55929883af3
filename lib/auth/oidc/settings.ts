import 'server-only'
import { env } from '../../env'
import { DebriefError } from '../../errors'
import type { GroupRole } from '../../oidc-variables'

export type OidcSettings = {
  /** As somebody wrote it; the one that counts is the provider's own, of its discovery document. */
  issuer: string
  clientId: string
  clientSecret: string
  groupsClaim: string
  /** Null where groups say nothing about roles. */
  roles: readonly GroupRole[] | null
}

/** Null where single sign-on is not set up. */
export function findSettings(): OidcSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, ...given } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null
  return {
    ...{ issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET },
    groupsClaim: given.OIDC_GROUPS_CLAIM,
    roles: given.OIDC_ROLES ?? null,
  }
}

/** Throws `not_found`: without single sign-on its routes do not exist. */
export function requireSettings(): OidcSettings {
  const settings = findSettings()
  if (!settings) throw new DebriefError('not_found')
  return settings
}
