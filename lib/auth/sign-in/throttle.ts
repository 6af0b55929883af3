import 'server-only'
import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../../db/client'
import { env } from '../../env'
import { DebriefError } from '../../errors'

const ACCOUNT_LIMIT = 10
const DEVICE_LIMIT = 10
const ADDRESS_LIMIT = 50
const MAIL_LIMIT = 3
const WINDOW_MINUTES = 15

const counted = z.object({ failures: z.number() })
const counters = z.object({ account: z.number().nullable(), address: z.number() })

/** `device` is a browser that is known for this account: what others try does not count against it, nor it against them. */
type Attempt = { email: string; address: string; device?: string | null }

/**
 * Counts a sign-in as failed before anything is known about it, so that a burst of simultaneous ones cannot slip through; says
 * who has had too many, if anybody has. One statement, whether or not the account exists.
 */
export async function countAttempt({ email, address, device }: Attempt): Promise<'address' | 'account' | null> {
  if (device) return (await countOne(deviceKey(email, device))) > DEVICE_LIMIT ? 'account' : null

  // An address over its limit no longer adds to accounts: it could lock out any number of them.
  const { rows } = await db().execute(sql`
    WITH address AS (${counting(sql`VALUES (${addressKey(address)}, 1, ${windowEnd})`)}),
      account AS (${counting(sql`SELECT ${accountKey(email)}, 1, ${windowEnd} FROM address WHERE failures <= ${ADDRESS_LIMIT}`)})
    SELECT (SELECT failures FROM address) AS address, (SELECT failures FROM account) AS account`)
  const { account } = counters.parse(rows[0])
  if (account === null) return 'address'
  return account > ACCOUNT_LIMIT ? 'account' : null
}

/** The same, for what is tried against no account; false when the address has had too many. */
export async function countAddressAttempt(address: string): Promise<boolean> {
  return (await countOne(addressKey(address))) <= ADDRESS_LIMIT
}

/**
 * Counts what has failed already, of what nobody can guess, and apart from what is guessed there; false when the address has had too
 * many.
 */
export async function countPasskeyFailure(address: string): Promise<boolean> {
  return (await countOne(`passkey:${keyed(address)}`)) <= ADDRESS_LIMIT
}

/** So many mails may somebody be sent because it was asked for. False when it were more. */
export async function countMailTo(email: string): Promise<boolean> {
  return (await countOne(`mail:${keyed(email)}`)) <= MAIL_LIMIT
}

/** Each is counted apart: a browser can be made to ask for some of them, and the others are to go on then. */
type Asked = { of: 'link' | 'sso' | 'logout'; address: string }

/**
 * Does what a stranger asks, and counts it against their address unless it succeeds. Throws `too_many_attempts` before it is begun
 * where the address has had too many.
 */
export async function throttled<T>({ of, address }: Asked, work: () => Promise<T>): Promise<T> {
  const key = `${of}:${keyed(address)}`
  if ((await countOne(key)) > ADDRESS_LIMIT) throw new DebriefError('too_many_attempts')
  const value = await work()
  await takeBack([key])
  return value
}

/** After a success: the account, or the device, starts afresh, the address only takes this attempt back. */
export async function forgiveAttempt({ email, address, device }: Attempt) {
  const key = device ? deviceKey(email, device) : accountKey(email)
  await db().execute(sql`DELETE FROM sign_in_attempts WHERE key = ${key}`)
  if (!device) await takeBack([addressKey(address)])
  await forgetOldAttempts()
}

/** For one that nobody looked at. */
export async function takeBackAttempt({ email, address, device }: Attempt) {
  await takeBack(device ? [deviceKey(email, device)] : [accountKey(email), addressKey(address)])
}

/** One after the other, so that two which take back the same cannot wait for each other. */
async function takeBack(keys: string[]) {
  for (const key of keys)
    await db().execute(sql`UPDATE sign_in_attempts SET failures = greatest(failures - 1, 0) WHERE key = ${key}`)
}

async function countOne(key: string): Promise<number> {
  const { rows } = await db().execute(counting(sql`VALUES (${key}, 1, ${windowEnd})`))
  return counted.parse(rows[0]).failures
}

/** Passes over rows that are being counted in: waiting for them could end in a deadlock. */
export async function forgetOldAttempts() {
  await db().execute(sql`
    DELETE FROM sign_in_attempts WHERE key IN (
      SELECT key FROM sign_in_attempts WHERE window_ends_at <= now() FOR UPDATE SKIP LOCKED)`)
}

const windowEnd = sql`now() + make_interval(mins => ${WINDOW_MINUTES})`

function counting(row: ReturnType<typeof sql>) {
  return sql`
    INSERT INTO sign_in_attempts AS past (key, failures, window_ends_at) ${row}
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN past.window_ends_at <= now() THEN 1 ELSE past.failures + 1 END,
      window_ends_at = CASE WHEN past.window_ends_at <= now() THEN excluded.window_ends_at ELSE past.window_ends_at END
    RETURNING failures`
}

const accountKey = (email: string) => `account:${keyed(email)}`
const deviceKey = (email: string, device: string) => `device:${keyed(`${device} ${email}`)}`
const addressKey = (address: string) => `address:${keyed(address)}`

/** Whoever reads the table learns neither who signs in here nor from where. */
function keyed(name: string) {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(name).digest('base64url')
}
