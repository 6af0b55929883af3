import 'server-only'
import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db/client'
import { env } from '../env'

const ACCOUNT_LIMIT = 10
const ADDRESS_LIMIT = 50
const WINDOW_MINUTES = 15

const counters = z.object({ account: z.number().nullable(), address: z.number() })

type Attempt = { email: string; address: string }

/**
 * Counts a sign-in as failed before anything is known about it, so that a burst of simultaneous ones cannot slip
 * through; false when the account or the address has had too many. One statement, whether or not the account exists.
 */
export async function countAttempt({ email, address }: Attempt): Promise<boolean> {
  // An address over its limit no longer adds to accounts: it could lock out any number of them.
  const { rows } = await db().execute(sql`
    WITH address AS (${counting(sql`VALUES (${addressKey(address)}, 1, ${windowEnd})`)}),
      account AS (${counting(sql`SELECT ${accountKey(email)}, 1, ${windowEnd} FROM address WHERE failures <= ${ADDRESS_LIMIT}`)})
    SELECT (SELECT failures FROM address) AS address, (SELECT failures FROM account) AS account`)
  const { account, address: addressFailures } = counters.parse(rows[0])
  return addressFailures <= ADDRESS_LIMIT && account !== null && account <= ACCOUNT_LIMIT
}

/** The same, for what is tried against no account; false when the address has had too many. */
export async function countAddressAttempt(address: string): Promise<boolean> {
  const { rows } = await db().execute(counting(sql`VALUES (${addressKey(address)}, 1, ${windowEnd})`))
  return z.object({ failures: z.number() }).parse(rows[0]).failures <= ADDRESS_LIMIT
}

/** After a success: the account starts afresh, the address only takes this attempt back. */
export async function forgiveAttempt({ email, address }: Attempt) {
  await db().execute(sql`DELETE FROM sign_in_attempts WHERE key = ${accountKey(email)}`)
  await db().execute(sql`
    UPDATE sign_in_attempts SET failures = greatest(failures - 1, 0) WHERE key = ${addressKey(address)}`)
  await forgetOldAttempts()
}

/** Passes over rows that are being counted in: waiting for them could end in a deadlock. */
async function forgetOldAttempts() {
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
const addressKey = (address: string) => `address:${keyed(address)}`

/** Whoever reads the table learns neither who signs in here nor from where. */
function keyed(name: string) {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(name).digest('base64url')
}
