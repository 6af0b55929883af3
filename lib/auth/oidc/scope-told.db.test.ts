// What the log says of what a member sees is so, whoever decided it: an admin, a group, their role, or an Undo.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { db } from '../../db/client'
import { givenMember } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import { changeMember } from '../../members/commands'
import { scopeNow } from '../../members/lock-member'
import { findMemberByEmail, requireMember } from '../../members/queries'
import type { Rights } from '../../members/rights'
import { isSameScope, NO_SCOPE, type Scope } from '../member-scope'
import { operator } from '../operator'
import { comeIn, givenRoles, ROLES, withSingleSignOn } from './testing/coming-in'

withSingleSignOn()

const toTeam = (team: string) => ({ ...NO_SCOPE, teams: [team] })
type Act = { groups: readonly string[] } | { rights: Rights } | 'undo'

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ groups: fc.constantFrom([], ['nights'], ['hiring'], ['admins']) }),
  fc.record({
    rights: fc.constantFrom<Rights>(
      { role: 'recruiter', scope: toTeam('team_a') },
      { role: 'reviewer', scope: toTeam('team_b') },
      { role: 'recruiter' },
      { scope: 'all' },
      { role: 'admin' },
      { role: 'admin', scope: 'all' },
    ),
  }),
  fc.constant('undo'),
)

test('whatever changes what a member sees, the log tells that, and as something else what they would without a group', async () => {
  givenRoles(ROLES)
  await givenMember({ role: 'admin' }, 'a hash')
  for (const teamId of ['team_a', 'team_b']) await givenInterview({ teamId })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom([], ['nights'], ['hiring']), fc.array(acts, { maxLength: 7 }), followed),
    { numRuns: 60 },
  )
})

async function followed(groups: readonly string[], history: Act[]) {
  const subject = crypto.randomUUID()
  const email = `${subject}@example.com`
  await comeIn({ subject, email, groups })
  const { id } = (await findMemberByEmail(operator(), email)) ?? { id: '' }
  let again: Rights = { scope: 'all' }
  for (const act of history) {
    const former = await requireMember(operator(), id)
    const before = await scopesOf(id)
    const events = await toldBy(() => {
      if (act === 'undo') return changeMember(operator(), id, again)
      return 'groups' in act ? comeIn({ subject, email, groups: act.groups }) : changeMember(operator(), id, act.rights)
    })
    const after = await scopesOf(id)
    const { role, scope, scopeWithoutGroups } = former
    again = { role, scope, ...(scopeWithoutGroups && { scopeWithoutGroups }) }

    const [seen, own] = ['member.scope_changed', 'member.own_scope_changed'].map((code) =>
      events.flatMap((event) => (event.code === code ? [event.payload.scope as Scope] : [])),
    )
    expect(seen).toEqual(changed(before.scope, after.scope))
    const isSaid = seen?.length === 1 && !after.isOfGroup && !after.isAdmin
    expect(own).toEqual(isSaid ? [] : changed(before.own, after.own))
  }
}

const changed = (from: Scope, to: Scope) => (isSameScope(from, to) ? [] : [to])

async function scopesOf(memberId: string) {
  const { role } = await requireMember(operator(), memberId)
  const scopes = await db().transaction((tx) => scopeNow(tx, memberId))
  return { ...scopes, isAdmin: role === 'admin' }
}
