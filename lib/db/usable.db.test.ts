import { afterEach, beforeEach, expect, test } from 'vitest'
import { closePool } from './client'
import { createDatabase } from './testing/server-database'
import { requireUsableDatabase, whyUnusable } from './usable'

let database: string
const LATIN1 = `ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`

beforeEach(() => {
  database = process.env.DATABASE_URL ?? ''
})
afterEach(async () => {
  await closePool()
  process.env.DATABASE_URL = database
})

async function reasonFor(url: string) {
  await closePool()
  process.env.DATABASE_URL = url
  return requireUsableDatabase().then(
    () => null,
    (error: unknown) => whyUnusable(error),
  )
}

test('a database that fits is taken', async () => {
  expect(await reasonFor(database)).toBeNull()
})

// The embedded database has one encoding and no passwords.
test.each(process.env.TEST_DATABASE_URL ? [process.env.TEST_DATABASE_URL] : [])(
  'a real server’s refusal of a password, and its database in LATIN1, are told at once',
  async (server) => {
    const wrong = Object.assign(new URL(server), { password: crypto.randomUUID() })
    expect(await reasonFor(wrong.href)).toContain('does not accept the user and password')

    const latin1 = await createDatabase(server, LATIN1)
    expect(await reasonFor(latin1.url)).toContain('keeps text as LATIN1')
    await closePool()
    await latin1.close()
  },
)
