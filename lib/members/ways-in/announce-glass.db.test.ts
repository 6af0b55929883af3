import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { installations, members, THIS_INSTALLATION } from '../../db/schema/members'
import * as environment from '../../env'
import { log } from '../../log'
import type { PasskeyRequirement } from '../../passkey-requirement'
import { announceGlass } from './announce-glass'
import type { WayIn } from '../member'
import { givenAdmin, ISSUER } from '../testing/admins'

beforeEach(async () => {
  vi.restoreAllMocks()
  vi.spyOn(log, 'warn').mockImplementation(() => {})
  await db().delete(members)
  await db().delete(installations)
})

function givenEnvironment(over: Partial<environment.Environment>) {
  const usual = { ...environment.env(), OIDC_ISSUER: ISSUER, OIDC_ALLOWED_DOMAINS: ['example.com'] }
  vi.spyOn(environment, 'env').mockReturnValue({ ...usual, ...over })
}

const requireOf = (passkeysRequiredOf: PasskeyRequirement) =>
  db().insert(installations).values({ id: THIS_INSTALLATION, passkeysRequiredOf })

async function isSaid(advice = 'Have one add a passkey, or name one') {
  vi.mocked(log.warn).mockClear()
  await announceGlass()
  const said = vi.mocked(log.warn).mock.calls.length
  if (said > 0)
    expect(log.warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`no admin can sign in. ${advice} who`))
  return said > 0
}

test('where passwords are off and no admin comes in without the provider, the log says so at start', async () => {
  givenEnvironment({ PASSWORD_SIGN_IN: 'off' })
  await givenAdmin([], { breakGlass: true })
  await givenAdmin(['password', 'oidc'])
  await givenAdmin(['password'], { role: 'recruiter', breakGlass: true })
  await givenAdmin(['passkey'], { role: 'reviewer' })
  for (const way of ['password', 'passkey'] as const)
    await givenAdmin([way], { breakGlass: true, disabledAt: new Date().toISOString() })
  expect(await isSaid()).toBe(true)
})

test.each<[WayIn[], Partial<typeof members.$inferInsert>]>([
  [['password', 'oidc'], { breakGlass: true }],
  [['oidc', 'passkey'], {}],
])('nothing is said where passwords are off and an admin has %o and is %o', async (ways, over) => {
  givenEnvironment({ PASSWORD_SIGN_IN: 'off' })
  await requireOf('everybody')
  await givenAdmin(ways, over)
  expect(await isSaid()).toBe(false)
})

test('where a passkey is required, a password beside single sign-on lets no admin in', async () => {
  givenEnvironment({})
  await givenAdmin(['oidc'], {})
  expect(await isSaid()).toBe(true)
  await givenAdmin(['password', 'oidc'])
  expect(await isSaid(), 'none is required yet').toBe(false)
  await requireOf('admins')
  expect(await isSaid()).toBe(true)
  await givenAdmin(['password'])
  expect(await isSaid(), 'they add one').toBe(false)
})

test('a passkey is no way in under an address of numbers', async () => {
  givenEnvironment({ PASSWORD_SIGN_IN: 'off', NEXTAUTH_URL: 'https://10.0.0.5' })
  await givenAdmin(['passkey'])
  expect(await isSaid()).toBe(true)
})

test('where passwords are off and groups say what members may, whom the provider knows comes in without it only to break the glass', async () => {
  givenEnvironment({ OIDC_ROLES: [{ group: 'admins', role: 'admin', teams: null }], PASSWORD_SIGN_IN: 'off' })
  await givenAdmin(['password', 'oidc', 'passkey'])
  expect(await isSaid('Name one')).toBe(true)
  await givenAdmin(['password', 'oidc'], { breakGlass: true })
  expect(await isSaid()).toBe(false)
})

test('nothing is said without a provider, or before there is an admin', async () => {
  givenEnvironment({ PASSWORD_SIGN_IN: 'off' })
  expect(await isSaid()).toBe(false)
  vi.mocked(environment.env).mockRestore()
  await givenAdmin([])
  expect(await isSaid()).toBe(false)
})
