// Must hold 21: who is a member is not told by the time that a failure takes. Time is no measure on a machine that does other things too;
// what is asked of the database and what is hashed is.
import { verify } from '@node-rs/argon2'
import { beforeEach, expect, test, vi } from 'vitest'
import { pool } from '../../db/client'
import { givenMember } from '../../db/testing/fixtures'
import { workOf, type Statement } from '../../db/testing/work'
import { hashNewPassword } from './password'
import { signIn } from './sign-in'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn<typeof verify>(real.verify) }
})

beforeEach(() => {
  vi.mocked(verify).mockClear()
})

/** Rows that a statement may hand on more for a member: theirs and that of their password, from step to step. */
const MOST_MORE = 8
const NOBODY = 'nobody@example.com'

/** What is asked for somebody whose password is wrong, and the hash that it is held against. */
async function workFor(email: string) {
  const query = vi.spyOn(pool(), 'query')
  const password = 'another otter entirely'
  await expect(signIn({ email, password, address: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'sign_in_failed',
  })
  const statements = query.mock.calls.map(([config, values]: unknown[]): Statement => {
    return { text: (config as Statement).text, values: values as unknown[] }
  })
  query.mockRestore()
  return {
    statements,
    hashes: vi
      .mocked(verify)
      .mock.calls.splice(0)
      .map(([hash]) => String(hash)),
  }
}

/** What it costs to make, and how long it is. */
const costOf = (hash: string) => [/^.*\$(?=[^$]+\$[^$]+$)/.exec(hash)?.[0], hash.length]

async function givenEmail() {
  const passwordHash = await hashNewPassword({ email: NOBODY, password: 'vexed otter plays nine zithers' })
  return { passwordHash, ...(await givenMember({}, passwordHash)) }
}

test('a wrong password is held against one hash of the same cost, whether or not it is a member’s', async () => {
  const { email, passwordHash } = await givenEmail()
  const [known, unknown] = [await workFor(email), await workFor(NOBODY)]
  expect(known.hashes).toEqual([passwordHash])
  expect(unknown.hashes).toHaveLength(1)
  expect(costOf(unknown.hashes[0] ?? '')).toEqual(costOf(passwordHash))
})

test('the same is asked of the database, found in the same way', async () => {
  const { email } = await givenEmail()
  const [known, unknown] = [await workFor(email), await workFor(NOBODY)]
  expect(known.statements.map(({ text }) => text)).toEqual(unknown.statements.map(({ text }) => text))
  for (const [at, statement] of known.statements.entries()) {
    const [work, none] = [await workOf(statement), await workOf(unknown.statements[at] ?? statement)]
    expect(work.how, statement.text).toBe(none.how)
    expect(work.rows - none.rows, statement.text).toBeLessThanOrEqual(MOST_MORE)
  }
})
