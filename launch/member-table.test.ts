import { expect, test } from 'vitest'
import type { Invitation } from '../lib/invitations/invitation'
import type { Member } from '../lib/members/member'
import { memberTable } from './member-table'

const MEMBER: Member = {
  ...{
    id: 'a',
    email: 'ada@example.com',
    name: 'Ada',
    role: 'admin',
    scope: 'all',
    passwordServes: true,
    providerServes: false,
    breaksGlass: false,
  },
  scopeWithoutGroups: null,
  ...{ signsInWith: ['oidc', 'passkey', 'password'], lastSeenAt: '2026-11-26T18:04:59.000Z' },
  ...{ disabledAt: null, createdAt: '2026-11-01T00:00:00.000Z' },
}
const INVITED: Invitation = {
  ...{ id: 'c', email: 'cy@example.com', role: 'reviewer', scope: 'all', by: null, mail: { is: 'none' } },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', expiresAt: '2026-11-08T00:00:00.000Z', isExpired: false },
}

test('a shell lists of each member what Team shows: role, what they see, how they sign in, when they were last here', () => {
  const bob: Member = {
    ...{ ...MEMBER, email: 'b@example.com', name: null, role: 'reviewer', signsInWith: [], lastSeenAt: null },
    ...{ scope: { teams: ['t1'], flows: [], interviews: ['i1'] }, disabledAt: '2026-11-20T01:00:00.000Z' },
  }
  const cleo: Member = { ...MEMBER, email: 'cleo@example.com', signsInWith: ['password'], breaksGlass: true }
  expect(memberTable([cleo], []).split('\n')).toEqual([
    'cleo@example.com  Ada  admin  everything  password, breaks the glass  last here 2026-11-26 18:04 UTC',
  ])
  expect(memberTable([MEMBER, bob], [INVITED]).split('\n')).toEqual([
    'ada@example.com  Ada  admin     everything             single sign-on, passkey, password  last here 2026-11-26 18:04 UTC',
    'b@example.com         reviewer  team t1, interview i1  no way in                          never here                      disabled 2026-11-20',
    'cy@example.com        reviewer  everything             invited until 2026-11-08',
  ])
  expect(memberTable([], [{ ...INVITED, isExpired: true }])).toMatch(/ {2}invitation expired on 2026-11-08$/)
})

test('members and who is invited are found by words of their name or their email', () => {
  const mary: Member = { ...MEMBER, email: 'mj@example.com', name: 'Mary Jackson' }
  const found = (typed: string) => memberTable([MEMBER, mary], [INVITED], typed).split('\n')
  expect(found('jackson mary')).toEqual([expect.stringMatching(/^mj@example\.com /)])
  expect(found('CY@')).toEqual([expect.stringMatching(/^cy@example\.com /)])
  expect(found('example')).toHaveLength(3)
})

test('where nobody is, or is found, that is said', () => {
  expect(memberTable([], [])).toBe('There is no member yet.')
  expect(memberTable([MEMBER], [INVITED], 'dorothy')).toBe('Nobody is found by dorothy.')
})

test('what somebody was invited to see moves no cursor, and begins no line of its own', () => {
  const teams = ['\u001B[2J\u001B[31mt1\nroot@example.com  Root  admin\u2028\u202E']
  const printed = memberTable([], [{ ...INVITED, scope: { teams, flows: [], interviews: [] } }])
  expect(printed).toContain('team \uFFFD[2J\uFFFD[31mt1\uFFFDroot@example.com')
  expect(printed).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
})
