import { RequestFailed } from '../fetch-json'

/** Why no passkey came, by the name of what the browser throws (WebAuthn level 2, sections 5.1.3 and 5.1.4). */
const SENTENCES: Record<string, string> = {
  NotAllowedError: 'No passkey was used. Try again when you are ready.',
  AbortError: 'No passkey was used. Try again when you are ready.',
  InvalidStateError: 'This device has a passkey of yours for Debrief already.',
  ConstraintError: 'This device cannot check who uses it. Use a phone, or a security key with a PIN.',
  NotSupportedError: 'This device cannot make a passkey. Use a phone, or a security key with a PIN.',
  SecurityError: 'Passkeys do not work at this address.',
}

/** Whether this browser has heard of passkeys. */
export function knowsPasskeys(): boolean {
  return 'PublicKeyCredential' in window
}

/** Throws RequestFailed where the browser has none. */
function container(): CredentialsContainer {
  return knowsPasskeys() ? navigator.credentials : refuse(null)
}

/** Asks for a new one, and returns what the server checks. Throws RequestFailed. */
export async function createPasskey(asked: PublicKeyCredentialCreationOptionsJSON) {
  const { rp, pubKeyCredParams, timeout, authenticatorSelection } = asked
  const publicKey: PublicKeyCredentialCreationOptions = {
    ...{ rp, pubKeyCredParams, timeout, authenticatorSelection },
    attestation: 'none',
    challenge: bytesOf(asked.challenge),
    user: { ...asked.user, id: bytesOf(asked.user.id) },
    excludeCredentials: asked.excludeCredentials?.map(({ id }) => ({ type: 'public-key', id: bytesOf(id) })),
  }
  const made = required(await container().create({ publicKey }).catch(refuse))
  const { clientDataJSON, attestationObject } = made.response as AuthenticatorAttestationResponse
  return said(made, { clientDataJSON, attestationObject })
}

/** Asks for any that is for this address, and returns what the server checks. Throws RequestFailed. */
export async function askForPasskey(asked: PublicKeyCredentialRequestOptionsJSON) {
  const { rpId, timeout } = asked
  const challenge = bytesOf(asked.challenge)
  const publicKey: PublicKeyCredentialRequestOptions = { challenge, rpId, timeout, userVerification: 'required' }
  const used = required(await container().get({ publicKey }).catch(refuse))
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response as AuthenticatorAssertionResponse
  return said(used, { clientDataJSON, authenticatorData, signature, userHandle })
}

function said({ id, type }: PublicKeyCredential, response: Record<string, ArrayBuffer | null>) {
  const texts = Object.entries(response).flatMap(([name, bytes]) => (bytes ? [[name, textOf(bytes)]] : []))
  return { id, rawId: id, type, response: Object.fromEntries(texts) as Record<string, string> }
}

function required(credential: Credential | null): PublicKeyCredential {
  return credential ? (credential as PublicKeyCredential) : refuse(null)
}

function refuse(reason: unknown): never {
  const name = reason instanceof DOMException ? reason.name : ''
  const sentence = SENTENCES[name] ?? 'This browser could not use a passkey. Try again, or use another way.'
  throw new RequestFailed(sentence, 'no_passkey', null)
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(characters, (character) => character.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const characters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
