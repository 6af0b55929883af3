import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bringIntoSight, HEAD } from './bring-into-sight'

test('a row is seen whole below the head afterwards, and one that was is not moved', () => {
  const given = fc.record({
    index: fc.nat(300),
    height: fc.constantFrom(41, 45),
    scrollTop: fc.nat(14_000),
    clientHeight: fc.integer({ min: HEAD + 45, max: 1_000 }),
  })
  fc.assert(
    fc.property(given, ({ index, height, scrollTop, clientHeight }) => {
      const scroller = { scrollTop, clientHeight } as HTMLElement
      const isSeen = () =>
        index * height >= scroller.scrollTop && (index + 1) * height + HEAD <= scroller.scrollTop + clientHeight
      const wasSeen = isSeen()
      bringIntoSight(scroller, { index, height })
      expect(isSeen()).toBe(true)
      if (wasSeen) expect(scroller.scrollTop).toBe(scrollTop)
    }),
  )
})

test('who is not in the matrix any more moves nothing', () => {
  const scroller = { scrollTop: 80, clientHeight: 200 } as HTMLElement
  bringIntoSight(scroller, { index: -1, height: 40 })
  expect(scroller.scrollTop).toBe(80)
})
