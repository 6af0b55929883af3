import { fetchJson, RequestFailed } from '../fetch-json'
import { askForPasskey, createPasskey } from './authenticator'

/** Throws RequestFailed. */
export function sendSignIn(fields: { email: string; password: string }) {
  return postWithToken('/api/auth/callback/credentials', fields)
}

/** The address at the identity provider that one goes on to; `next` is the path to come back to. Throws RequestFailed. */
export async function startSingleSignOn(next: string): Promise<string> {
  const { url } = await postWithToken<{ url: string }>('/api/auth/signin/oidc', { callbackUrl: next })
  return url
}

/** Asks the browser for one. Throws RequestFailed. */
export async function signInWithPasskey() {
  const asked = await post<PublicKeyCredentialRequestOptionsJSON>('/api/sign-in/challenge', {})
  await post('/api/sign-in/passkey', await askForPasskey(asked))
}

/** Asks the browser to make one; `current` is the member's password, where that was asked for. Throws RequestFailed. */
export async function makePasskey({ name, current }: { name: string; current?: string | undefined }) {
  const asked = await post<PublicKeyCredentialCreationOptionsJSON>('/api/account/passkeys/challenge', { name, current })
  await post('/api/account/passkeys/added', { name, attestation: await createPasskey(asked) })
}

/** Throws RequestFailed. */
export function sendSignOut() {
  return postWithToken('/api/auth/signout', {})
}

/** Why somebody is still signed in, in a sentence. Throws what is no answer of the server. */
export function stillSignedIn(error: unknown): string {
  if (!(error instanceof RequestFailed)) throw error
  return `You are still signed in. ${error.message}`
}

/** Makes the first admin. Throws RequestFailed. */
export function sendClaim(claim: { code: string; name: string; email: string; password: string }) {
  return post('/api/setup', claim)
}

/** Makes who was invited a member. Throws RequestFailed. */
export function sendAcceptance(acceptance: { token: string; name: string; password: string }) {
  return post('/api/invitations/accepted', acceptance)
}

/** Has a link mailed, to a member. Throws RequestFailed. */
export function sendForgotten(asked: { email: string }) {
  return post('/api/password-links/asked', asked)
}

/** By the link that somebody was given. Throws RequestFailed. */
export function sendNewPassword(use: { token: string; password: string }) {
  return post('/api/password-links/used', use)
}

/** After what cannot be done twice: where signing in fails, the sign-in page says why. */
export async function goSignedIn(fields: { email: string; password: string }) {
  const refusal = await sendSignIn(fields).then(() => null, codeOf)
  window.location.replace(refusal === null ? '/review' : `/sign-in?error=${refusal}`)
}

function codeOf(error: unknown): string {
  return error instanceof RequestFailed ? error.code : 'unexpected'
}

/** next-auth wants the token of its cookie in the form as well. */
async function postWithToken<T>(path: string, fields: Record<string, string>): Promise<T> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>('/api/auth/csrf')
  return post(path, { ...fields, csrfToken })
}

function post<T>(path: string, fields: object): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  return fetchJson<T>(path, { method: 'POST', headers, body: JSON.stringify(fields) })
}
