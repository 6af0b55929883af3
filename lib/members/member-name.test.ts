import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { excessOf } from '../testing/cpu-cost'
import { LONGEST_NAME, requireName } from './member-name'

const refused = expect.objectContaining({ code: 'name_invalid' })

test.each([
  ['  Ada   Byron\n', 'Ada Byron'],
  ['Jose\u0301', 'José'],
  ['\u202EAda\u202C', 'Ada'],
  ['Ada\u0007\tByron', 'Ada Byron'],
  ['نور Haddad', 'نور Haddad'],
  ['Anne-Marie O’Neill', 'Anne-Marie O’Neill'],
])('%j is stored as %j', (typed, stored) => {
  expect(requireName(typed)).toBe(stored)
})

test.each(['', '   ', '\u200B\u2060', '\u2800', 'ada@example.com', '@ada', 'a'.repeat(LONGEST_NAME + 1)])(
  'nobody is called %j',
  (typed) => {
    expect(() => requireName(typed)).toThrow(refused)
  },
)

test('whatever is typed, a stored name is on one line, is bounded and turns nothing round', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 120 }), (typed) => {
      let name
      try {
        name = requireName(typed)
      } catch (error) {
        expect(error).toEqual(refused)
        return
      }
      expect(name).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069@]/u)
      expect(name.length).toBeLessThanOrEqual(LONGEST_NAME)
      expect(name.isWellFormed()).toBe(true)
      expect(requireName(name)).toBe(name)
    }),
  )
})

test('what is far too long is refused in a time that grows with its length', () => {
  const excess = excessOf((size) => {
    const typed = `a${'\u0301\u0316'.repeat(size)}`
    return () => expect(() => requireName(typed)).toThrow(refused)
  }, 1_500)
  expect(excess).toBeLessThan(1)
})
