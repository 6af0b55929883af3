import 'server-only'
import { isIP } from 'node:net'
import { env } from './env'

type RelyingParty = { id: string; origin: string }

/** By the address that people open, whatever a request says; null where that is of numbers, which WebAuthn does not take. */
export function findRelyingParty(): RelyingParty | null {
  const { hostname, origin } = new URL(env().NEXTAUTH_URL)
  const isNumbers = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  return isNumbers ? null : { id: hostname, origin }
}
