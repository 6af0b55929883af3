import { beforeEach, expect, test, vi } from 'vitest'
import * as passwords from '../auth/sign-in/password'
import { db } from '../db/client'
import { installations, members, signInAttempts } from '../db/schema/members'
import { log } from '../log'
import { announceSetup, claimInstallation, setupCode } from './setup'

const password = 'vexed otter plays nine zithers'

beforeEach(async () => {
  await db().delete(members)
  await db().delete(signInAttempts)
})

const claiming = async (
  over: { code?: string; name?: string; email?: string; password?: string; address?: string } = {},
) => claimInstallation({ code: await setupCode(), email: 'ada@example.com', password, address: '192.0.2.1', ...over })

const memberEmails = async () => (await db().select().from(members)).map((member) => member.email)

test('replicas that start together show the same code, another installation another one', async () => {
  await db().delete(installations)
  const codes = new Set(await Promise.all(Array.from({ length: 8 }, () => setupCode())))
  expect(codes.size).toBe(1)

  await db().delete(installations)
  expect(codes.has(await setupCode())).toBe(false)
})

test('whoever has the code becomes the first admin and sees every team', async () => {
  await claiming({ email: ' Ada@Example.com ' })
  await expect(db().select().from(members)).resolves.toMatchObject([
    { email: 'ada@example.com', role: 'admin', seesAllTeams: true, disabledAt: null },
  ])
})

test('the first admin has the name that they gave, or none', async () => {
  await expect(claiming({ name: 'ada@example.com' })).rejects.toMatchObject({ code: 'name_invalid' })
  await claiming({ name: ' Ada Byron ' })
  await expect(db().select().from(members)).resolves.toMatchObject([{ name: 'Ada Byron' }])
  await db().delete(members)
  await claiming({ name: ' ' })
  await expect(db().select().from(members)).resolves.toMatchObject([{ name: null }])
})

test('a wrong code, or none, makes nobody an admin', async () => {
  for (const code of ['', '00000-00000-00000-00000', `${await setupCode()}0`])
    await expect(claiming({ code })).rejects.toMatchObject({ code: 'setup_code_wrong' })
  await expect(memberEmails()).resolves.toEqual([])
})

test('the code has served once there is any member', async () => {
  await claiming()
  for (const over of [{}, { code: 'a guess' }])
    await expect(claiming({ email: 'eve@example.com', ...over })).rejects.toMatchObject({ code: 'setup_closed' })
  await expect(memberEmails()).resolves.toEqual(['ada@example.com'])
})

test('of ten claims at once exactly one succeeds', async () => {
  // Hashing would bring them to the database one after the other.
  const hashing = vi.spyOn(passwords, 'hashNewPassword').mockResolvedValue('none')
  const claims = Array.from({ length: 10 }, (_, index) => claiming({ email: `admin${index}@example.com` }))
  const outcomes = await Promise.allSettled(claims)
  hashing.mockRestore()
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  await expect(memberEmails()).resolves.toHaveLength(1)
})

test('guessing is throttled by address, and does not lock out who has the code', async () => {
  for (let count = 0; count < 50; count++)
    await expect(claiming({ code: `guess ${count}` })).rejects.toMatchObject({ code: 'setup_code_wrong' })
  await expect(claiming()).rejects.toMatchObject({ code: 'too_many_attempts' })
  await expect(claiming({ address: '192.0.2.2' })).resolves.toBeUndefined()
})

test('a weak password or half an email leaves the installation unclaimed', async () => {
  await expect(claiming({ password: 'short' })).rejects.toMatchObject({ code: 'password_too_short' })
  await expect(claiming({ email: 'ada' })).rejects.toMatchObject({ code: 'email_invalid' })
  await expect(memberEmails()).resolves.toEqual([])
})

test('the log shows the code and where to enter it, until there is a member', async () => {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {})
  await announceSetup()
  expect(warn.mock.calls.flat().join()).toContain(
    `http://localhost:3000/setup and enter this code: ${await setupCode()}`,
  )

  await claiming()
  warn.mockClear()
  await announceSetup()
  expect(warn).not.toHaveBeenCalled()
})
