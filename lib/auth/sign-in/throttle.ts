import 'server-only'
import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db, type Executor } from '../../db/client'
import { env } from '../../env'
import { DebriefError } from '../../errors'

const ACCOUNT_LIMIT = 10
const DEVICE_LIMIT = 10
const ADDRESS_LIMIT = 50
const MAIL_LIMIT = 3
/** A page that is loaded anew, and no more. */
const ANSWER_LIMIT = 3
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

type Mailed = { of: 'invitation' | 'password'; email: string }

/** So many mails of a kind may somebody be sent because it was asked for: strangers keep no invitation back. False when it were more. */
export async function countMailTo({ of, email }: Mailed, on: Executor = db()): Promise<boolean> {
  return (await countOne(`mail:${of}:${keyed(email)}`, on)) <= MAIL_LIMIT
}

/** What nobody can guess; each is counted apart, and none with passwords. */
type Asked = { of: 'link' | 'sso' | 'sso_told' | 'logout' | 'passkey'; address: string }

/** Counts what has failed already; false when the address has had too many. */
export async function countFailure({ of, address }: Asked): Promise<boolean> {
  return (await countOne(`${of}:${keyed(address)}`)) <= ADDRESS_LIMIT
}

/**
 * Does what a stranger asks, and throws `too_many_attempts` in the place of what refuses them once that is too much for their address.
 * What nobody can guess is looked at first: a limit before it would let anybody shut out all who share an address. What is not
 * their fault is not counted.
 */
export async function throttleFailures<T>(asked: Asked, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isTheirs = error instanceof DebriefError && error.status < 500
    if (isTheirs && !(await countFailure(asked))) throw new DebriefError('too_many_attempts')
    throw error
  }
}

/** So often a sign-in at the provider, by its state, may be answered, be it by strangers at any replica. False when it were more. */
export async function countAnswer(state: string): Promise<boolean> {
  return (await countOne(`sso_state:${keyed(state)}`)) <= ANSWER_LIMIT
}

/** After a success: the account, or the device, starts afresh, the address only takes this attempt back. */
export async function forgiveAttempt({ email, address, device }: Attempt) {
  const key = device ? deviceKey(email, device) : accountKey(email)
  await db().execute(sql`DELETE FROM sign_in_attempts WHERE key = ${key}`)
  if (!device) await takeBack([addressKey(address)])
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

async function countOne(key: string, on: Executor = db()): Promise<number> {
  const { rows } = await on.execute(counting(sql`VALUES (${key}, 1, ${windowEnd})`))
  return counted.parse(rows[0]).failures
}

/** Those of windows that are over; passes over rows that are being counted in: waiting for them could end in a deadlock. */
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
