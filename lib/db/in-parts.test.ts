import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inParts } from './in-parts'

test('of however many rows each is in one part, in their order, and no part is empty or too large for a statement', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), (length) => {
      const rows = Array.from({ length }, (_, index) => index)
      const parts = inParts(rows)
      expect(parts.flat()).toEqual(rows)
      expect(parts.every((part) => part.length > 0 && part.length <= 1_000)).toBe(true)
    }),
  )
})
