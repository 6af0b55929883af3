import { expect, test } from 'vitest'
import type { Member } from '@/lib/members/member'
import { actChoices } from './member-choices'
import type { Members } from './use-members'

const ADA: Member = {
  ...{ id: 'm', email: 'ada@example.com', name: null, role: 'reviewer', scope: 'all', signsInWith: ['password'] },
  ...{ passwordServes: true, breaksGlass: false, disabledAt: null, createdAt: '2026-11-01T00:00:00Z', lastSeenAt: null },
}
const none = () => {}
const keysOf = (member: Member) =>
  actChoices(member, {} as Members, { onPasswordLink: none, onFollow: none, onPasskeys: none }).map(({ key }) => key)

test('a password link is offered of whom a password lets in, and of nobody else', () => {
  expect(keysOf(ADA)).toEqual(['follow', 'password-link', 'sign-out', 'disable'])
  expect(keysOf({ ...ADA, passwordServes: false })).toEqual(['follow', 'sign-out', 'disable'])
})
