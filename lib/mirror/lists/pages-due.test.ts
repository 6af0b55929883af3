import { expect, test } from 'vitest'
import { pagesDue, REREAD_CALLS_A_DAY } from './pages-due'

const DAY = 86_400
const A_PAGE = 10

/** Looks every minute for a day. */
function calledInADay(interviews: number) {
  let [calls, behind] = [0, 0]
  for (let minute = 0; minute < DAY / 60; minute += 1) {
    behind += 60
    const { pages, seconds } = pagesDue(Math.ceil(interviews / A_PAGE), behind)
    calls += pages
    behind -= seconds
  }
  return calls
}

test.each([
  [200, 24],
  [10_000, 1_200],
  [100_000, 10_368],
  [1_000_000, 10_368],
])('of %i interviews about %i pages a day are read again', (interviews, calls) => {
  expect(calledInADay(interviews)).toBeGreaterThan(calls - 10)
  expect(calledInADay(interviews)).toBeLessThanOrEqual(Math.min(calls + 1, REREAD_CALLS_A_DAY))
  if (interviews <= 100_000) expect(calledInADay(interviews) * A_PAGE, 'each within a day').toBeGreaterThan(interviews)
})

test('after a long rest only so many are due at once, and what a clock takes back counts as nothing', () => {
  expect(pagesDue(10_000, 30 * DAY)).toEqual({ pages: 100, seconds: 30 * DAY })
  expect(pagesDue(10_000, -DAY)).toEqual({ pages: 0, seconds: 0 })
  expect(pagesDue(0, DAY)).toEqual({ pages: 0, seconds: 0 })
})
