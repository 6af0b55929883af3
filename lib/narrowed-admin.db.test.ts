// An admin sees everything: wherever a role and a scope are given together, one that is narrowed is refused.
import { expect, test } from 'vitest'
import { NO_SCOPE, type Scope } from './auth/member-scope'
import { operator } from './auth/operator'
import { ROLES, type Role } from './auth/permissions'
import { db } from './db/client'
import { givenViewer } from './db/testing/fixtures'
import { givenFlow, givenInterview } from './db/testing/interview'
import { inviteMembers } from './invitations/commands'
import { invitedScope } from './invitations/invitation'
import { addMember, changeMember } from './members/commands'
import { insertMember } from './members/insert-member'
import { findMemberByEmail } from './members/queries'
import { groupRoles } from './oidc-variables'

const actor = operator()
const password = 'vexed otter plays nine zithers'
const somebody = () => `${crypto.randomUUID()}@example.com`
const other = (role: Role): Role => (role === 'reviewer' ? 'recruiter' : 'reviewer')

type Given = { role: Role; scope: Scope }

/** Each gives this role with this scope, and throws where it refuses to. */
const WAYS: Record<string, (given: Given) => Promise<unknown>> = {
  'adding a member': (given) => addMember(actor, { email: somebody(), password, ...given }),
  'adding one by an invitation or single sign-on': (given) =>
    db().transaction((tx) => insertMember(tx, { email: somebody(), name: null, passwordHash: null, ...given })),
  'inviting one': ({ role, scope }) =>
    inviteMembers(actor, { emails: [somebody()], role, scope: invitedScope.parse(scope) }),
  'changing both': async ({ role, scope }) => {
    const { memberId } = await givenViewer({ role: other(role) })
    await changeMember(actor, memberId, { role, scope })
  },
  'changing the scope of who has the role': async ({ role, scope }) => {
    const { memberId } = await givenViewer({ role })
    await changeMember(actor, memberId, { scope })
  },
}

async function scopesOf() {
  const { id: interviewId, teamId } = await givenInterview()
  const { id: flowId } = await givenFlow({ teamId })
  const scopes: Scope[] = [
    ...['all' as const, NO_SCOPE, { ...NO_SCOPE, flows: [flowId] }, { ...NO_SCOPE, interviews: [interviewId] }],
    { ...NO_SCOPE, teams: teamId === null ? [] : [teamId] },
  ]
  return scopes
}

const CASES = ROLES.flatMap((role) => Object.entries(WAYS).map(([way, give]) => ({ role, way, give })))

test.each(CASES)('$way, as $role', async ({ role, give }) => {
  for (const scope of await scopesOf()) {
    if (role === 'admin' && scope !== 'all')
      await expect(give({ role, scope }), JSON.stringify(scope)).rejects.toMatchObject({ code: 'admin_sees_all' })
    else await give({ role, scope })
  }
})

test('nobody is added whom that is refused for', async () => {
  const email = somebody()
  await expect(addMember(actor, { email, password, role: 'admin', scope: NO_SCOPE })).rejects.toThrow()
  await expect(findMemberByEmail(actor, email)).resolves.toBeNull()
})

test.each(ROLES)('a group that gives %s names teams unless it gives an admin', (role) => {
  expect(groupRoles.safeParse(`hiring=${role}`).success).toBe(true)
  expect(groupRoles.safeParse(`hiring=${role}:team_a`).success).toBe(role !== 'admin')
})

test('a recruiter of some teams can become an admin, who sees everything, and sees those again as a recruiter', async () => {
  const email = somebody()
  const scope = { ...NO_SCOPE, teams: ['team_a'] }
  const id = await addMember(actor, { email, password, role: 'recruiter', scope })
  await givenViewer({ role: 'admin' })
  await changeMember(actor, id, { role: 'admin' })
  await expect(findMemberByEmail(actor, email)).resolves.toMatchObject({ role: 'admin', scope: 'all' })
  await changeMember(actor, id, { role: 'recruiter' })
  await expect(findMemberByEmail(actor, email)).resolves.toMatchObject({ role: 'recruiter', scope })
})
