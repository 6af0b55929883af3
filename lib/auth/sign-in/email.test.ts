import { expect, test } from 'vitest'
import { excessOf } from '../../testing/cpu-cost'
import { memberEmail, requireEmail } from './email'

test('an email is one address however it is typed', () => {
  expect(requireEmail('  Ada@Example.COM\n')).toBe('ada@example.com')
})

test.each(['', 'ada', 'ada@', `${'a'.repeat(250)}@example.com`, 'ádá@example.com', 'th\u212Aee@example.com'])(
  '%j is none',
  (typed) => {
    expect(() => requireEmail(typed)).toThrow(expect.objectContaining({ code: 'email_invalid' }))
  },
)

test('what is far too long is refused in a time that grows with its length', () => {
  const excess = excessOf((size) => {
    const typed = `a${'\u0301\u0316'.repeat(size)}`
    return () => expect(memberEmail.safeParse(typed).success).toBe(false)
  }, 1_500)
  expect(excess).toBeLessThan(1)
})
