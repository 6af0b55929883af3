import { assert, asyncProperty, integer } from 'fast-check'
import { expect, test } from 'vitest'
import { estimateLength } from './estimate-length'

test('a list of any length is estimated within a tenth, in few calls', async () => {
  await assert(
    asyncProperty(integer({ min: 501, max: 1_000_000 }), async (length) => {
      let calls = 0
      const about = await estimateLength(500, (offset) => {
        calls += 1
        return Promise.resolve(offset < length)
      })
      expect(Math.abs(about - length)).toBeLessThanOrEqual(length / 10)
      expect(calls).toBeLessThanOrEqual(15)
    }),
  )
})

test('of a list without an end few places are asked for', async () => {
  let calls = 0
  await estimateLength(500, () => Promise.resolve(++calls > 0))
  expect(calls).toBeLessThan(30)
})
