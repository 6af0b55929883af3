import 'server-only'
import { and, eq, isNull, or, sql, type SQL } from 'drizzle-orm'
import { credentials, members } from '../db/schema/members'
import { env } from '../env'
import { findRelyingParty } from '../relying-party'
import { isOfAllowedDomain } from './allowed-domain'
import { isAskedForPasskey } from './passkey-rule'

/** What somebody has shown who asks to be signed in: the credential as it was when it was looked at; `sid` is the provider's session. */
export type Proof =
  | { kind: 'password'; hash: string }
  | { kind: 'oidc'; issuer: string; subject: string; sid?: string | null }
  | { kind: 'passkey'; credentialId: string }

/** The condition on `credentials` and its `members` that this very one is there, and lets them in. */
export function isProvenBy(proof: Proof): SQL | undefined {
  return and(...partsOf(proof), letsIn([proof.kind]))
}

/**
 * The condition on `credentials` and its `members` that it is of one of these kinds and lets them in, as things are set up now: what no
 * sign-in gets around is what counts wherever it is asked who could.
 */
export function letsIn(by: Proof['kind'][] = KINDS): SQL | undefined {
  return and(isNull(members.disabledAt), or(...by.map((kind) => and(eq(credentials.kind, kind), SERVES[kind]()))))
}

const BETTER_THAN_PASSWORD: Proof['kind'][] = ['oidc', 'passkey']
const KINDS: Proof['kind'][] = ['password', ...BETTER_THAN_PASSWORD]
const SERVES: Record<Proof['kind'], () => SQL> = {
  password: () => sql`(${passwordServes()} AND NOT ${isPasswordTooLittle()})`,
  oidc: providerServes,
  passkey: passkeyServes,
}

/** The condition on `members` that a password lets them in: anybody, or, where passwords are off, who is there to break the glass. */
export function passwordServes(): SQL<boolean> {
  return env().PASSWORD_SIGN_IN === 'on' ? sql`true` : breaksGlass()
}

/** The same of a passkey: under an address of numbers there is none. */
export function passkeyServes(): SQL<boolean> {
  return findRelyingParty() === null ? sql`false` : sql`NOT ${isOfProviderAlone()}`
}

/**
 * The condition on `members` that they come in through the company's provider alone: where passwords are off and groups say what
 * members may, whom it knows would keep by a passkey what a group has taken from them. Who is there to break the glass keeps their
 * role in any case.
 */
export function isOfProviderAlone(): SQL<boolean> {
  const { OIDC_ISSUER, OIDC_ROLES, PASSWORD_SIGN_IN } = env()
  if (OIDC_ISSUER === undefined || OIDC_ROLES === undefined || PASSWORD_SIGN_IN === 'on') return sql`false`
  return sql`(NOT ${breaksGlass()} AND EXISTS (
    SELECT FROM ${credentials} AS linked WHERE linked.member_id = ${members.id} AND linked.kind = 'oidc'))`
}

/** The condition on `members` that they are there to break the glass: an admin, as whom they were chosen. */
export function breaksGlass(): SQL<boolean> {
  return sql`(${members.breakGlass} AND ${members.role} = 'admin')`
}

/** The same, that a password would let them in and does not do alone: they have to show what is better. */
export function isPasswordTooLittle(): SQL<boolean> {
  return sql`(${isAskedForPasskey()} AND ${hasBetterThanPassword()})`
}

/**
 * The same, that they have what lets them in and is better than a password: a passkey, or the company's provider, which asks for a second
 * factor itself.
 */
export function hasBetterThanPassword(): SQL<boolean> {
  return comesIn(BETTER_THAN_PASSWORD)
}

/**
 * The same, that they have something of these kinds that lets them in as things are set up now. Whom the provider has never let in
 * does not come in by it: it may not know them.
 */
export function comesIn(by?: Proof['kind'][]): SQL<boolean> {
  const isTheirs = eq(credentials.memberId, members.id)
  return sql`EXISTS (SELECT FROM ${credentials} WHERE ${and(isTheirs, letsIn(by))})`
}

/** The condition on `credentials` and its `members` that the provider that is set up now vouches for them, and may. */
function providerServes(): SQL<boolean> {
  const { OIDC_ISSUER } = env()
  if (OIDC_ISSUER === undefined) return sql`false`
  const isOfProvider = sql`rtrim(${credentials.issuer}, '/') = rtrim(${OIDC_ISSUER}::text, '/')`
  return sql`(${isOfProvider} AND ${isOfAllowedDomain(members.email)})`
}

function partsOf(proof: Proof): SQL[] {
  if (proof.kind === 'password') return [eq(credentials.passwordHash, proof.hash)]
  if (proof.kind === 'passkey') return [eq(credentials.passkeyId, proof.credentialId)]
  return [eq(credentials.issuer, proof.issuer), eq(credentials.subject, proof.subject)]
}
