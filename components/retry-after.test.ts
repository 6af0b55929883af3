import { expect, test } from 'vitest'
import { retryAfter } from './retry-after'

test('however long an outage was, it is over for a page within half a minute', () => {
  for (let failures = 1; failures < 2_000; failures++) expect(retryAfter(failures, 1)).toBeLessThanOrEqual(25_000)
})

test('what fails again and again is asked less and less often, by each page at another time', () => {
  expect(retryAfter(1, 0.5)).toBe(4_000)
  expect(retryAfter(2, 0.5)).toBe(8_000)
  expect(retryAfter(1, 0)).toBeLessThan(retryAfter(1, 1))
})
