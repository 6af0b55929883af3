import 'server-only'
import { and, eq, type SQL } from 'drizzle-orm'
import { credentials } from '../db/schema/members'

/** What somebody has shown who asks to be signed in: the credential as it was when it was looked at. */
export type Proof =
  | { kind: 'password'; hash: string }
  | { kind: 'oidc'; issuer: string; subject: string }
  | { kind: 'passkey'; credentialId: string }

/** The condition on `credentials` that this very one is there. */
export function isProvenBy(proof: Proof): SQL | undefined {
  return and(eq(credentials.kind, proof.kind), ...partsOf(proof))
}

function partsOf(proof: Proof): SQL[] {
  if (proof.kind === 'password') return [eq(credentials.passwordHash, proof.hash)]
  if (proof.kind === 'passkey') return [eq(credentials.passkeyId, proof.credentialId)]
  return [eq(credentials.issuer, proof.issuer), eq(credentials.subject, proof.subject)]
}
