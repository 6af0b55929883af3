import { expect, test, vi } from 'vitest'
import { once } from './once'

test('what is made once is made when it is first asked for, and never again, nothing included', () => {
  const make = vi.fn(() => null)
  const made = once(make)
  expect(make).not.toHaveBeenCalled()
  expect([made(), made()]).toEqual([null, null])
  expect(make).toHaveBeenCalledTimes(1)
})
