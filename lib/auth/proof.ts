import 'server-only'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import { credentials, members } from '../db/schema/members'
import { env } from '../env'
import { findRelyingParty } from '../relying-party'
import { hasBetterThanPassword, isAskedForPasskey } from './passkey-rule'

/** What somebody has shown who asks to be signed in: the credential as it was when it was looked at; `sid` is the provider's session. */
export type Proof =
  | { kind: 'password'; hash: string }
  | { kind: 'oidc'; issuer: string; subject: string; sid?: string | null }
  | { kind: 'passkey'; credentialId: string }

/** The condition on `credentials` and its `members` that this very one is there, and lets them in. */
export function isProvenBy(proof: Proof): SQL | undefined {
  return and(eq(credentials.kind, proof.kind), ...partsOf(proof))
}

/** The condition on `members` that a password of theirs is looked at: anybody's, or, where passwords are off, that of who breaks the glass. */
export function passwordCounts(): SQL<boolean> {
  return env().PASSWORD_SIGN_IN === 'on' ? sql`true` : breaksGlass()
}

/** The same, that it can let them in. */
export function passwordServes(): SQL<boolean> {
  return sql`(${passwordCounts()} AND NOT ${isOfGroups()})`
}

/** The same of a passkey: under an address of numbers there is none. */
export function passkeyServes(): SQL<boolean> {
  return findRelyingParty() === null ? sql`false` : sql`NOT ${isOfGroups()}`
}

/**
 * The condition on `members` that their groups at the company's provider say what they may. They come in through it alone, since by
 * anything else they would keep what a group has taken from them; who is there to break the glass keeps their role in any case.
 */
export function isOfGroups(): SQL<boolean> {
  const { OIDC_ISSUER, OIDC_ROLES } = env()
  if (OIDC_ISSUER === undefined || OIDC_ROLES === undefined) return sql`false`
  return sql`(NOT ${breaksGlass()} AND EXISTS (
    SELECT FROM ${credentials} AS linked WHERE linked.member_id = ${members.id} AND linked.kind = 'oidc'))`
}

/** The condition on `members` that they are there to break the glass: an admin, as whom they were chosen. */
export function breaksGlass(): SQL<boolean> {
  return sql`(${members.breakGlass} AND ${members.role} = 'admin')`
}

/** The same, that a password would let them in and does not do alone: they have a passkey, or the company's provider, to show as well. */
export function isPasswordTooLittle(): SQL<boolean> {
  const member = sql`${members}`
  return sql`(${isAskedForPasskey(member)} AND ${hasBetterThanPassword(member)})`
}

function partsOf(proof: Proof): SQL[] {
  if (proof.kind === 'password')
    return [eq(credentials.passwordHash, proof.hash), passwordServes(), sql`NOT ${isPasswordTooLittle()}`]
  if (proof.kind === 'passkey') return [eq(credentials.passkeyId, proof.credentialId), passkeyServes()]
  return [eq(credentials.issuer, proof.issuer), eq(credentials.subject, proof.subject)]
}
