import { setFlagsFromString } from 'node:v8'
import { beforeEach, expect, test, vi } from 'vitest'
import { inSmallHeap } from './heap'

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }))

const [SMALL, FREE] = ['--heap-growing-percent=100', '--heap-growing-percent=0']

function flags() {
  return vi.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag)
}

beforeEach(() => vi.mocked(setFlagsFromString).mockClear())

test('the heap is small until the last of several works has ended', async () => {
  const ends: (() => void)[] = []
  const works = [0, 1].map(() => inSmallHeap(() => new Promise<void>((resolve) => ends.push(resolve))))
  ends[0]?.()
  await works[0]
  expect(flags()).toEqual([SMALL])

  ends[1]?.()
  await works[1]
  expect(flags()).toEqual([SMALL, FREE])
})

test('work that fails leaves it as it was, and fails', async () => {
  await expect(inSmallHeap(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(flags()).toEqual([SMALL, FREE])
})
