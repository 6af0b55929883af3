import { expect, test } from 'vitest'
import type { WayIn } from './member'
import { waysInWords } from './ways-in-words'

test('of who is there to break the glass that is said beside how they sign in', () => {
  const ways: WayIn[] = ['password', 'oidc']
  expect(waysInWords({ signsInWith: ways, breaksGlass: true })).toBe('password, single sign-on, breaks the glass')
  expect(waysInWords({ signsInWith: ways, breaksGlass: false })).toBe('password, single sign-on')
  expect(waysInWords({ signsInWith: [], breaksGlass: false })).toBe('')
})
