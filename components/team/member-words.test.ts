import { expect, test } from 'vitest'
import type { WayIn } from '@/lib/members/member'
import { wayBackWords } from './member-words'

const CASES: [WayIn[], WayIn[], RegExp][] = [
  [['password', 'passkey'], ['password'], /as they otherwise do/],
  [['oidc', 'passkey'], ['oidc'], /as they otherwise do/],
  [['passkey'], ['password'], /password link/],
  // The provider was taken away, or may not let in their domain any more.
  [['oidc', 'passkey'], ['password'], /password link/],
  // A password lets nobody in, so that a link would not help.
  [['password', 'passkey'], [], /by single sign-on/],
  [['passkey'], [], /by single sign-on/],
]

test.each(CASES)('who has %o comes in without passkeys, where %o serve them: %s', (signsInWith, serving, words) => {
  const [passwordServes, providerServes] = [serving.includes('password'), serving.includes('oidc')]
  expect(wayBackWords({ signsInWith, passwordServes, providerServes })).toMatch(words)
})
