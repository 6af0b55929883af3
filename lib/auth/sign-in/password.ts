import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { DebriefError } from '../../errors'
import { isCommonPassword } from './common-password'
import { hashInTurn, type Asker } from './hashing-queue'

const MIN_CODE_POINTS = 15
const MAX_CODE_POINTS = 256
/** UTF-16 units; whatever is longer is too long in every form, and to compose it could take the square of its length. */
const MOST_COMPOSED = 16 * MAX_CODE_POINTS

// OWASP's Argon2id floor: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Well-formed and of the usual cost, and the hash of nothing that anybody knows. */
const NOBODY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${zeros(16)}$${zeros(32)}`

/**
 * The Argon2id hash to store for a new password. Throws `password_too_short`, `password_too_long`, `password_common` or `sign_in_busy`;
 * no rule about kinds of characters, as NIST SP 800-63B-4 advises. Whoever may choose one has shown who they are.
 */
export async function hashNewPassword({ password, email }: { password: string; email: string }): Promise<string> {
  const length = Array.from(normalised(password)).length
  if (length < MIN_CODE_POINTS) throw new DebriefError('password_too_short')
  if (length > MAX_CODE_POINTS) throw new DebriefError('password_too_long')
  if (isCommonPassword(normalised(password), email)) throw new DebriefError('password_common')
  return hashInTurn('known', () => hash(normalised(password), COST))
}

/** Takes the same time when there is no hash, and is then false. Throws `sign_in_busy`. */
export function verifyPassword(
  password: string,
  passwordHash: string | undefined,
  asker: Asker = 'stranger',
): Promise<boolean> {
  return hashInTurn(asker, () => verify(passwordHash ?? NOBODY, normalised(password)))
}

/** One keyboard sends é as one code point, another as two (RFC 8265 asks for the composed form). */
function normalised(password: string) {
  return password.slice(0, MOST_COMPOSED).normalize('NFC')
}

function zeros(bytes: number) {
  return Buffer.alloc(bytes).toString('base64').replaceAll('=', '')
}
