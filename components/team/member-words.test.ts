import { expect, test } from 'vitest'
import type { WayIn } from '@/lib/members/member'
import { wayBackWords } from './member-words'

const CASES: [WayIn[], WayIn[], RegExp][] = [
  [['password', 'passkey'], ['password', 'passkey'], /as they otherwise do/],
  [['oidc', 'passkey'], ['oidc', 'passkey'], /as they otherwise do/],
  [['passkey'], ['password', 'passkey'], /password link/],
  [['passkey'], ['password', 'oidc', 'passkey'], /password link/],
  // The provider was taken away.
  [['oidc', 'passkey'], ['password', 'passkey'], /password link/],
  // A password lets nobody in, so that a link would not help.
  [['password', 'passkey'], ['oidc', 'passkey'], /by single sign-on/],
  [['passkey'], ['oidc', 'passkey'], /by single sign-on/],
]

test.each(CASES)('who has %o comes in without passkeys, where %o serve: %s', (ways, serving, words) => {
  const member = { signsInWith: ways, passwordServes: serving.includes('password') }
  expect(wayBackWords(member, serving)).toMatch(words)
})

test('a password lets in who breaks the glass, where it serves nobody else', () => {
  const member = { signsInWith: ['password' as const, 'passkey' as const], passwordServes: true }
  expect(wayBackWords(member, ['oidc', 'passkey'])).toMatch(/as they otherwise do/)
})
