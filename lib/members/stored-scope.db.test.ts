// Must hold 50: what an admin gives is told, also where it counts for nothing yet.
import { expect, test } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { NO_SCOPE, type Scope } from '../auth/member-scope'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { formerScopes } from '../db/schema/members'
import { givenFlow } from '../db/testing/interview'
import { givenMember, givenViewer } from '../db/testing/fixtures'
import { changeMember } from './commands'
import { requireMember } from './queries'
import type { Rights } from './rights'
import { storeScope } from './store-scope'

const toTeam = (team: string): Scope => ({ ...NO_SCOPE, teams: [team] })

async function given(ofTeam: string) {
  await givenFlow({ teamId: ofTeam })
  const { memberId } = await givenViewer({ teams: [ofTeam] })
  return memberId
}

/** What it tells of scopes: that they see it, or would as no admin and in no group. */
async function scopesTold(memberId: string, rights: Rights) {
  const events = await toldBy(() => changeMember(operator(), memberId, rights))
  const told = events.map(({ code, payload }) => [SCOPE_CODES.get(code), payload.scope] as const)
  return Object.fromEntries(told.filter(([what]) => what !== undefined))
}
const SCOPE_CODES = new Map([
  ['member.scope_changed', 'sees'],
  ['member.own_scope_changed', 'own'],
])

const scopeOf = async (memberId: string) => (await requireMember(operator(), memberId)).scope

test('everything, given to an admin who would see less as none', async () => {
  await givenMember({ role: 'admin' }, 'a hash')
  const id = await given('team_a')
  expect(await scopesTold(id, { role: 'admin' })).toEqual({ sees: 'all' })
  expect(await scopesTold(id, { scope: 'all' })).toEqual({ own: 'all' })
  expect(await scopesTold(id, { scope: 'all' })).toEqual({})
  expect(await scopesTold(id, { role: 'recruiter' })).toEqual({})
  await expect(scopeOf(id)).resolves.toBe('all')
})

test('a role that takes and brings back what they see', async () => {
  await givenMember({ role: 'admin' }, 'a hash')
  const id = await given('team_a')
  expect(await scopesTold(id, { role: 'admin' })).toEqual({ sees: 'all' })
  expect(await scopesTold(id, { role: 'recruiter' })).toEqual({ sees: toTeam('team_a') })
  await expect(scopeOf(id)).resolves.toEqual(toTeam('team_a'))
})

test('what a group says as well, given in the place of something else without it', async () => {
  const id = await given('team_a')
  await db().transaction((tx) => storeScope(tx, id, toTeam('team_a'), { scopeWithoutGroups: toTeam('team_b') }))
  const seenBefore = await db().$count(formerScopes)
  expect(await scopesTold(id, { scope: toTeam('team_a') })).toEqual({ own: toTeam('team_a') })
  // They see the same, so that no open list of theirs is read anew.
  await expect(db().$count(formerScopes)).resolves.toBe(seenBefore)
  expect(await scopesTold(id, { scope: toTeam('team_a') })).toEqual({})
})

test('both, where what they see with groups and without are given at once', async () => {
  const id = await given('team_a')
  const [now, without] = [toTeam('team_a'), toTeam('team_b')]
  await changeMember(operator(), id, { scope: 'all' })
  expect(await scopesTold(id, { scope: now, scopeWithoutGroups: without })).toEqual({ sees: now, own: without })
  await expect(requireMember(operator(), id)).resolves.toMatchObject({ scope: now, scopeWithoutGroups: without })
})
