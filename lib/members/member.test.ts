import { expect, test } from 'vitest'
import { addressOfRemoved, memberLabel, memberTitle, NAME_OF_REMOVED } from './member'

test('a removed member is called one, and has no address that anybody is shown', () => {
  const email = addressOfRemoved(crypto.randomUUID())
  expect(memberLabel({ name: NAME_OF_REMOVED, email })).toBe('Former member')
  expect(memberTitle({ email })).toBeUndefined()
  expect(memberTitle({ email: 'ada@example.com' })).toBe('ada@example.com')
})
