import type { May, Viewer } from '../../auth/viewer'
import { whoMay } from '../../db/testing/fixtures'
import { CHALLENGE_COOKIE } from '../challenge'
import { addPasskey, beginPasskey } from '../commands'
import { beginPasskeySignIn, signInByPasskey } from '../sign-in'
import { softwareAuthenticator, type SoftwareAuthenticator } from './authenticator'

export const FROM = { address: '192.0.2.1', userAgent: null }

/** What a browser sends back of a cookie that it was told to set. */
export function cookieIn(setCookie: string): string {
  return setCookie.slice(CHALLENGE_COOKIE.length + 1).split(';')[0] ?? ''
}

export async function begunAddition(viewer: May<'passkey.add'>, current?: string) {
  const { options, setChallenge } = await beginPasskey(viewer, { name: 'Laptop', current, address: FROM.address })
  return { options, challengeCookie: cookieIn(setChallenge) }
}

/** A passkey of the viewer, who has just signed in. */
export async function givenPasskey(viewer: Viewer, authenticator: SoftwareAuthenticator = softwareAuthenticator()) {
  const who = whoMay(viewer, 'passkey.add')
  const { options, challengeCookie } = await begunAddition(who)
  const attestation = authenticator.create(options)
  const added = await addPasskey(who, { name: 'Laptop', attestation, challengeCookie, from: FROM })
  return { ...added, authenticator }
}

export async function begunSignIn() {
  const { options, setChallenge } = await beginPasskeySignIn()
  return { options, challengeCookie: cookieIn(setChallenge) }
}

type Get = Parameters<SoftwareAuthenticator['get']>[1]

/** The new session's id; `lie` is in which way the authenticator lies. */
export async function signInWith(
  authenticator: SoftwareAuthenticator,
  lie?: Get,
  address = FROM.address,
): Promise<string> {
  const { options, challengeCookie } = await begunSignIn()
  const from = { ...FROM, address }
  return signInByPasskey({ assertion: authenticator.get(options, lie), challengeCookie, from })
}
