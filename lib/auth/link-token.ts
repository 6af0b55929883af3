import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { env } from '../env'

const TOKEN_BYTES = 32

/** What a link that does something once carries; nothing but its hash is stored. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** SHA-256: nobody guesses so many random bytes, so that slowness would add nothing. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Its page's address, under the one that people open. */
export function secretLink(page: 'invite' | 'reset', token: string): string {
  return new URL(`/${page}/${token}`, env().NEXTAUTH_URL).href
}
