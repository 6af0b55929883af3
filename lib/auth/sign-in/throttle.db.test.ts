import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closePool, db } from '../../db/client'
import { signInAttempts } from '../../db/schema/members'
import { DebriefError, type FailureCode } from '../../errors'
import {
  countAddressAttempt,
  countAttempt,
  countFailure,
  forgiveAttempt,
  throttleFailures,
  takeBackAttempt,
} from './throttle'

const somebody = () => ({ email: `${crypto.randomUUID()}@example.com`, address: crypto.randomUUID() })

async function allowedOf(attempts: { email: string; address: string; device?: string }[]) {
  let allowed = 0
  for (const attempt of attempts) if ((await countAttempt(attempt)) === null) allowed++
  return allowed
}

const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

test('an account takes ten failures, wherever they come from', async () => {
  const { email } = somebody()
  await expect(allowedOf(times(13, (index) => ({ email, address: `address ${index}` })))).resolves.toBe(10)
})

test('an address takes fifty failures, whatever the accounts', async () => {
  const { address } = somebody()
  await expect(allowedOf(times(55, (index) => ({ email: `${index}@example.com`, address })))).resolves.toBe(50)
})

test('an address over its limit cannot lock accounts out', async () => {
  const { address } = somebody()
  await allowedOf(times(50, (index) => ({ email: `crowd-${index}@example.com`, address })))
  const victim = somebody()
  await allowedOf(times(20, () => ({ email: victim.email, address })))

  await expect(countAttempt(victim)).resolves.toBeNull()
})

test('it is told apart who has had too many', async () => {
  const { email, address } = somebody()
  await allowedOf(times(10, (index) => ({ email, address: `address ${index}` })))
  await expect(countAttempt({ email, address })).resolves.toBe('account')
  await allowedOf(times(49, (index) => ({ email: `somebody-${index}@example.com`, address })))
  await expect(countAttempt({ email: 'anybody@example.com', address })).resolves.toBe('address')
})

test('a known browser has ten failures of its own: strangers use up none of them, and it none of theirs', async () => {
  const { email, address } = somebody()
  const device = crypto.randomUUID()
  await allowedOf(times(60, () => ({ email, address })))

  await expect(allowedOf(times(12, () => ({ email, address, device })))).resolves.toBe(10)
  await expect(allowedOf(times(12, () => ({ email, address, device: crypto.randomUUID() })))).resolves.toBe(12)
  const other = somebody()
  await allowedOf(times(12, () => ({ ...other, device })))
  await expect(allowedOf(times(10, () => other))).resolves.toBe(10)
})

test('what a known browser gets forgiven leaves the strangers’ count alone', async () => {
  const attempt = somebody()
  const device = crypto.randomUUID()
  await allowedOf(times(10, () => attempt))
  await allowedOf(times(10, () => ({ ...attempt, device })))
  await forgiveAttempt({ ...attempt, device })

  await expect(countAttempt({ ...attempt, device })).resolves.toBeNull()
  await expect(countAttempt(attempt)).resolves.toBe('account')
})

test('an attempt that nobody looked at is taken back from everywhere it counted', async () => {
  const attempt = somebody()
  for (let count = 0; count < 60; count++) {
    await expect(countAttempt(attempt)).resolves.toBeNull()
    await takeBackAttempt(attempt)
  }
  const known = { ...attempt, device: crypto.randomUUID() }
  for (let count = 0; count < 12; count++) {
    await expect(countAttempt(known)).resolves.toBeNull()
    await takeBackAttempt(known)
  }
})

test('of simultaneous attempts no more than the limit get through', async () => {
  const attempt = somebody()
  const answers = await Promise.all(times(30, () => countAttempt(attempt)))
  expect(answers.filter((answer) => answer === null)).toHaveLength(10)
})

test('the counts are in the database, so a restart forgets nothing', async () => {
  const attempt = somebody()
  await allowedOf(times(10, () => attempt))
  await closePool()
  await expect(countAttempt(attempt)).resolves.toBe('account')
})

test('a success clears the account, and of the address only itself', async () => {
  const attempt = somebody()
  await allowedOf(times(9, () => attempt))
  await countAttempt(attempt)
  await forgiveAttempt(attempt)

  await expect(allowedOf(times(11, () => attempt))).resolves.toBe(10)
  const rest = times(50, (index) => ({ email: `other-${index}@example.com`, address: attempt.address }))
  await expect(allowedOf(rest)).resolves.toBe(50 - 9 - 11)
})

test('after the window everything may be tried again', async () => {
  const attempt = somebody()
  await allowedOf(times(12, () => attempt))
  await db()
    .update(signInAttempts)
    .set({ windowEndsAt: sql`now() - interval '1 second'` })

  await expect(countAttempt(attempt)).resolves.toBeNull()
})

test('what is tried against no account counts towards the same address', async () => {
  const { address } = somebody()
  await allowedOf(times(49, (index) => ({ email: `setup-${index}@example.com`, address })))
  await expect(countAddressAttempt(address)).resolves.toBe(true)
  await expect(countAddressAttempt(address)).resolves.toBe(false)
})

test('the table names neither an account nor an address', async () => {
  await countAttempt({ email: 'canary@example.com', address: '203.0.113.77' })
  const rows = JSON.stringify(await db().select().from(signInAttempts))
  expect(rows).not.toMatch(/canary|203\.0\.113/)
})

test('what fails at an address is refused alone, each kind by itself, and nobody is blamed for what is not their fault', async () => {
  const address = crypto.randomUUID()
  const failing = (code: FailureCode) =>
    throttleFailures({ of: 'link', address }, () => Promise.reject(new DebriefError(code)))
  for (let count = 0; count < 60; count++)
    await expect(failing('sso_unreachable')).rejects.toMatchObject({ code: 'sso_unreachable' })
  for (let count = 0; count < 50; count++)
    await expect(failing('invitation_closed')).rejects.toMatchObject({ code: 'invitation_closed' })
  await expect(failing('invitation_closed')).rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(throttleFailures({ of: 'link', address }, async () => 'done')).resolves.toBe('done')
  for (const of of ['sso', 'logout', 'passkey'] as const)
    await expect(countFailure({ of, address })).resolves.toBe(true)
  await expect(countAddressAttempt(address)).resolves.toBe(true)
})
