import { expect, test } from 'vitest'
import { readCommand } from '@/launch/member-arguments'
import type { Member } from '@/lib/members/member'
import { commandsFor, commandsForNew } from './shell-commands'

const ADA: Member = {
  id: 'm',
  email: 'ada@example.com',
  name: 'Ada Byron',
  role: 'reviewer',
  scope: 'all',
  signsInWith: ['password'],
  passwordServes: true,
  providerServes: false,
  breaksGlass: false,
  scopeWithoutGroups: null,
  disabledAt: null,
  createdAt: '2026-11-01T00:00:00Z',
  lastSeenAt: null,
}
const WITH_PASSKEY: Member = { ...ADA, signsInWith: ['password', 'passkey'] }
const called = 'Ada Byron'
const namesOf = (member: Member, isMe = false) => commandsFor(member, { called, isMe }).map(({ name }) => name)

test('of a member it is offered what their menu offers: who is disabled can be enabled, and nobody both', () => {
  const always = ['Change the name', 'New password']
  expect(namesOf(ADA)).toEqual([...always, 'Password link', 'Sign out everywhere', 'Disable', 'Remove'])
  expect(namesOf({ ...ADA, disabledAt: '2026-11-02T00:00:00Z' })).toEqual([...always, 'Enable', 'Remove'])
  expect(namesOf(ADA, true)).toEqual(always)
  const ofProvider = namesOf({ ...ADA, passwordServes: false })
  expect(ofProvider, 'a password would not let them in').toEqual([
    ...always,
    'Sign out everywhere',
    'Disable',
    'Remove',
  ])
  const ofPasskeys = ['Password link', 'Remove their passkeys', 'Sign out everywhere', 'Disable', 'Remove']
  expect(namesOf(WITH_PASSKEY)).toEqual([...always, ...ofPasskeys])
  expect(namesOf(WITH_PASSKEY, true)).toEqual(always)
})

test('each is one that the shell takes', () => {
  const sees = ['--team', 'team_a']
  const disabled = { ...ADA, disabledAt: '2026-11-02T00:00:00Z' }
  const all = [
    ...commandsForNew({ email: ADA.email, called, role: 'reviewer', sees }),
    ...[ADA, WITH_PASSKEY, disabled].flatMap((member) => commandsFor(member, { called, isMe: false })),
  ]
  for (const { words } of all) {
    const whom = words[0] === 'invite' ? { emails: [ADA.email] } : { email: ADA.email }
    expect(readCommand(words)).toMatchObject({ verb: words[0], ...whom })
  }
})
