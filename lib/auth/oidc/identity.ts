import { z } from 'zod'
import { DebriefError } from '../../errors'
import { foreignId } from '../../text/foreign-id'
import { memberEmail } from '../sign-in/email'

/** Who somebody is, as an issuer vouches for it. */
export type Identity = {
  issuer: string
  subject: string
  /** As emails of members are stored; null where the issuer did not say that it is theirs. */
  email: string | null
  name: string | null
  groups: readonly string[]
  /** Of the session at the provider. */
  sid: string | null
  /** In seconds since 1970, by the issuer's clock. */
  issuedAt: number
}

const claims = z.looseObject({
  iss: z.string(),
  sub: foreignId,
  iat: z.number(),
  sid: foreignId.optional().catch(undefined),
  email: memberEmail.optional().catch(undefined),
  name: z.string().optional().catch(undefined),
})
type Told = z.infer<typeof claims>
type Claims = Record<string, unknown>

const OF_EMAIL = ['email', 'email_verified', 'xms_edov']
/** OpenID Connect Core, section 5.6.2: which claims are told at other places. */
const ELSEWHERE = '_claim_names'
const GOOGLE = 'https://accounts.google.com'
/** As it comes in various versions of Entra ID's tokens. */
const OWNED: unknown[] = [true, 1, '1', 'true']

/**
 * Of the claims of an ID token whose signature, issuer, audience, times and nonce are verified. Throws `sso_refused` for claims
 * that make nobody, and `sso_groups` where the provider says that there are groups and not which; without a claim nobody asks for them.
 */
export function identityOf(told: unknown, groupsClaim: string | null): Identity {
  const parsed = claims.safeParse(told)
  if (!parsed.success) throw new DebriefError('sso_refused', { cause: parsed.error })
  const { iss: issuer, sub: subject, iat: issuedAt, email, name, sid } = parsed.data
  return {
    ...{ issuer, subject, issuedAt, name: name ?? null, sid: sid ?? null },
    email: email !== undefined && isTheirs(parsed.data, email) ? email : null,
    groups: groupsClaim === null ? [] : groupsOf(parsed.data, groupsClaim),
  }
}

/** The claims of the ID token, and what it lacks from those of the userinfo endpoint: an email is verified by who tells it. Throws `sso_refused` for those of somebody else. */
export function mergedClaims(token: Claims, userinfo: Claims): Claims {
  if (token.sub !== userinfo.sub) throw new DebriefError('sso_refused')
  const isSilent = token.email === undefined
  const { email, email_verified, xms_edov } = isSilent || token.email === userinfo.email ? userinfo : {}
  return {
    ...{ ...withoutEmail(userinfo), email, email_verified, xms_edov },
    ...(isSilent ? withoutEmail(token) : token),
  }
}

/** Whether the token alone says all that is asked of it. */
export function isComplete(token: Claims, wanted: string[]): boolean {
  const isVerified = token.email_verified ?? token.xms_edov
  return token.email !== undefined && isVerified !== undefined && wanted.every((claim) => claim in token)
}

function withoutEmail(claims: Claims): Claims {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !OF_EMAIL.includes(name)))
}

/**
 * Entra ID says by `xms_edov` that the email's domain is its tenant's. Google verified an email of another domain once, when its
 * account was made: it vouches for those of its own and of Workspace alone, which have `hd`.
 */
function isTheirs({ iss, ...told }: Told, email: string): boolean {
  const isVerified = told.email_verified === true || OWNED.includes(told.xms_edov)
  if (iss !== GOOGLE) return isVerified
  return isVerified && (email.endsWith('@gmail.com') || typeof told.hd === 'string')
}

function groupsOf(told: Told, claim: string): string[] {
  const elsewhere = z.looseObject({}).safeParse(told[ELSEWHERE]).data ?? {}
  if (Object.hasOwn(elsewhere, claim) || told.hasgroups !== undefined) throw new DebriefError('sso_groups')
  const value: unknown = Object.hasOwn(told, claim) ? told[claim] : []
  return [value].flat().filter((group): group is string => typeof group === 'string')
}
