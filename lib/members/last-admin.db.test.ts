// The last admin can't be lost: of those who can come in, as things are set up now.
import { beforeEach, expect, test, vi } from 'vitest'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { installations, members, THIS_INSTALLATION } from '../db/schema/members'
import * as environment from '../env'
import { changeMember } from './commands'
import { removeMember } from './removal/commands'
import type { WayIn } from './member'
import { givenAdmin, ISSUER } from './testing/admins'

const LAST = { code: 'last_admin' }
const OFF = { OIDC_ISSUER: ISSUER, OIDC_ALLOWED_DOMAINS: ['example.com'], PASSWORD_SIGN_IN: 'off' as const }
const GROUPS = [{ group: 'admins', role: 'admin' as const, teams: null }]

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(members)
  await db().delete(installations)
})

function givenEnvironment(over: Partial<environment.Environment>) {
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), ...over })
}

const LOSSES = {
  disable: (id: string) => changeMember(operator(), id, { disabled: true }),
  demote: (id: string) => changeMember(operator(), id, { role: 'recruiter' }),
  remove: (id: string) => removeMember(operator(), id),
}
const losses = Object.values(LOSSES)

/** What the other admin has, and how things are set up, where only the one comes in. */
const SHUT_OUT: [string, WayIn[], Partial<environment.Environment>, Partial<typeof members.$inferInsert>][] = [
  ['nothing', [], {}, {}],
  ['a password where passwords are off', ['password'], OFF, {}],
  ['an account at a provider that is none any more', ['oidc'], {}, {}],
  [
    'an account at the provider, and an address of a domain that is none any more',
    ['oidc'],
    OFF,
    { email: 'ada@former.example' },
  ],
  ['a passkey under an address of numbers', ['passkey'], { NEXTAUTH_URL: 'https://10.0.0.5' }, {}],
  [
    'been named to break the glass, and is disabled',
    ['password'],
    OFF,
    { breakGlass: true, disabledAt: '2026-11-01T00:00:00Z' },
  ],
]

test.each(SHUT_OUT)('the last who can come in stays beside an admin who has %s', async (_, ways, setUp, over) => {
  givenEnvironment(setUp)
  const [last, other] = [await givenAdmin(OFF === setUp ? ['oidc'] : ['password']), await givenAdmin(ways, over)]
  for (const lose of losses) await expect(lose(last)).rejects.toMatchObject(LAST)
  await expect(removeMember(operator(), other)).resolves.toBeUndefined()
})

/** And where both do. */
const LET_IN: [string, WayIn[], Partial<environment.Environment>, Partial<typeof members.$inferInsert>][] = [
  ['a password', ['password'], {}, {}],
  ['an account at the provider', ['oidc'], OFF, {}],
  ['a passkey', ['passkey'], {}, {}],
  ['been named to break the glass', ['password'], { ...OFF, OIDC_ROLES: GROUPS }, { breakGlass: true }],
]

test.each(LET_IN)('beside an admin who has %s nobody is the last', async (_, ways, setUp, over) => {
  for (const lose of losses) {
    await db().delete(members)
    vi.restoreAllMocks()
    givenEnvironment(setUp)
    const [one] = [await givenAdmin(['password', 'oidc']), await givenAdmin(ways, over)]
    await expect(lose(one)).resolves.toBeUndefined()
  }
})

test('where no admin can come in the last of all stays', async () => {
  const [one, two] = [await givenAdmin([]), await givenAdmin([])]
  await changeMember(operator(), one, { role: 'recruiter' })
  for (const lose of losses) await expect(lose(two)).rejects.toMatchObject(LAST)
})

test('who has a password that does not do alone comes in by what they have beside it', async () => {
  await db().insert(installations).values({ id: THIS_INSTALLATION, passkeysRequiredOf: 'everybody' })
  const [one] = [await givenAdmin(['password']), await givenAdmin(['password', 'passkey'])]
  await expect(changeMember(operator(), one, { role: 'recruiter' })).resolves.toBeUndefined()
})
