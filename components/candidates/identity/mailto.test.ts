import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { mailto } from './mailto'

test('an ordinary address reads as it is', () => {
  expect(mailto('jane.doe@example.com')).toBe('mailto:jane.doe@example.com')
})

test('what is no address adds no receiver, no copy and no subject', () => {
  assert(
    property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (name, host) => {
      const email = `${name},b@c.example?cc=d@e.example&subject=x#y@${host}`
      const url = new URL(mailto(email))
      expect([url.protocol, url.search, url.hash]).toEqual(['mailto:', '', ''])
      expect(decodeURIComponent(url.pathname)).toBe(email)
      expect(url.pathname).not.toMatch(/[,;]/)
      expect(url.pathname.split('@')).toHaveLength(2)
    }),
  )
})
