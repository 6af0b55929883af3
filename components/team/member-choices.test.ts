import { expect, test, vi } from 'vitest'
import type { Member } from '@/lib/members/member'
import { actChoices, roleChoices, scopeAgain } from './member-choices'
import type { Members } from './use-members'

const ADA: Member = {
  ...{ id: 'm', email: 'ada@example.com', name: null, role: 'reviewer', scope: 'all', signsInWith: ['password'] },
  ...{
    passwordServes: true,
    providerServes: false,
    breaksGlass: false,
    scopeWithoutGroups: null,
    disabledAt: null,
    createdAt: '2026-11-01T00:00:00Z',
    lastSeenAt: null,
  },
}
const none = () => {}
const keysOf = (member: Member) =>
  actChoices(member, {} as Members, { onPasswordLink: none, onFollow: none, onPasskeys: none }).map(({ key }) => key)

test('a password link is offered of whom a password lets in, and of nobody else', () => {
  expect(keysOf(ADA)).toEqual(['follow', 'password-link', 'sign-out', 'disable'])
  expect(keysOf({ ...ADA, passwordServes: false })).toEqual(['follow', 'sign-out', 'disable'])
})

test('undoing another role gives the former one, and no scope: what they see without a group is not what they see now', () => {
  const change = vi.fn()
  const members = { change, attempt: none } as unknown as Members
  for (const { choose } of roleChoices(ADA, members)) choose()
  expect(change.mock.calls.map(([, rights, { undo }]) => [rights, undo])).toEqual([
    [{ role: 'admin' }, { role: 'reviewer' }],
    [{ role: 'recruiter' }, { role: 'reviewer' }],
  ])
})

test('undoing another scope gives both: what a group shows, and what they see without one', () => {
  expect(scopeAgain(ADA)).toEqual({ scope: 'all' })
  const [scope, scopeWithoutGroups] = [{ teams: ['a'], flows: [], interviews: [] }, 'all' as const]
  expect(scopeAgain({ ...ADA, scope, scopeWithoutGroups })).toEqual({ scope, scopeWithoutGroups })
})
