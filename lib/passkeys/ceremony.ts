import 'server-only'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { decodeAttestationObject } from '@simplewebauthn/server/helpers'
import { DebriefError } from '../errors'
import { CHALLENGE_SECONDS } from './challenge'
import type { Assertion, Attestation } from './passkey'
import { findRelyingParty } from '../relying-party'

/** EdDSA, ES256 and RS256, as COSE numbers them: what browsers have. */
const ALGORITHMS = [-8, -7, -257]
const TIMEOUT_MS = CHALLENGE_SECONDS * 1_000

type Owner = { memberId: string; email: string; name: string | null }
/** `known` are the ids of those that they have already. */
type Addition = { owner: Owner; known: string[]; challenge: string }
type Stored = { passkeyId: string; publicKey: Buffer; signCount: number }

/** What to ask a browser for a new passkey with: one that says by itself whose it is, and verifies who uses it. */
export function additionOptions({
  owner,
  known,
  challenge,
}: Addition): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Debrief',
    rpID: requireRelyingParty().id,
    userID: bytesOf(userHandleOf(owner.memberId)),
    userName: owner.email,
    userDisplayName: owner.name ?? owner.email,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/** What to ask a browser for any passkey with that it has for this address. */
export function signInOptions(challenge: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: requireRelyingParty().id,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
  })
}

/** Throws `passkey_refused`, and `passkey_expired` for what was made of another challenge. */
export async function verifyAttestation(response: Attestation, challenge: string): Promise<Stored> {
  const { id: expectedRPID, origin: expectedOrigin } = requireRelyingParty()
  requireNoCertificates(response)
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} },
    ...{ expectedChallenge: only(challenge), expectedOrigin, expectedRPID },
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refuse)
  if (!registrationInfo) throw new DebriefError('passkey_refused')
  const { id, publicKey, counter } = registrationInfo.credential
  // It stands in the object too, and that is the one which counts.
  if (id !== response.id) throw new DebriefError('passkey_refused')
  return { passkeyId: id, publicKey: Buffer.from(publicKey), signCount: counter }
}

/**
 * None is asked for. Whether one that comes is revoked would be looked up at whatever address it names, so that whoever may add a
 * passkey could have the server ask for anything.
 */
function requireNoCertificates({ response: { attestationObject } }: Attestation) {
  const [format, statement] = attestationOf(attestationObject)
  const isPlain = format === 'none' || (format === 'packed' && statement.get('x5c') === undefined)
  if (!isPlain) throw new DebriefError('passkey_refused')
}

function attestationOf(encoded: string) {
  try {
    const attestation = decodeAttestationObject(bytesOf(encoded))
    return [attestation.get('fmt'), attestation.get('attStmt')] as const
  } catch (cause) {
    return refuse(cause)
  }
}

/**
 * How often the authenticator has signed by now. Throws `passkey_refused`, also where it says less than before: then there are two of
 * it. Throws `passkey_expired` for what was signed of another challenge, before the signature is looked at.
 */
export async function verifyAssertion(
  response: Assertion,
  { challenge, memberId, ...stored }: Stored & { challenge: string; memberId: string },
): Promise<number> {
  const { id: expectedRPID, origin: expectedOrigin } = requireRelyingParty()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} },
    ...{ expectedChallenge: only(challenge), expectedOrigin, expectedRPID },
    credential: { id: stored.passkeyId, publicKey: new Uint8Array(stored.publicKey), counter: stored.signCount },
    requireUserVerification: true,
  }).catch(refuse)
  const isTheirs = response.response.userHandle === userHandleOf(memberId)
  if (!verified || !isTheirs) throw new DebriefError('passkey_refused')
  return authenticationInfo.newCounter
}

/** Throws `passkey_expired` for another one: it is of another tab, which began after this one did, or what was signed is old. */
function only(challenge: string) {
  return (said: string): boolean => {
    if (said !== challenge) throw new DebriefError('passkey_expired')
    return true
  }
}

/** Which member a passkey is of, as it keeps that. */
export function userHandleOf(memberId: string): string {
  return Buffer.from(memberId).toString('base64url')
}

/** Throws `not_found`: under an address of numbers there are no passkeys. */
function requireRelyingParty() {
  const party = findRelyingParty()
  if (!party) throw new DebriefError('not_found')
  return party
}

function refuse(cause: unknown): never {
  if (cause instanceof DebriefError) throw cause
  throw new DebriefError('passkey_refused', { cause })
}

function bytesOf(base64url: string) {
  return new Uint8Array(Buffer.from(base64url, 'base64url'))
}
