import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log } from '../log'
import { pause } from '../pause'
import { noneAtFixedTime } from './fixed-time'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const gone = () => new Error('gone')
const after = (ms: number, value: string | null) => pause(ms).then(() => value)
const failingAfter = (ms: number) => pause(ms).then(() => Promise.reject(gone()))

/** What is answered, and how many milliseconds after the beginning. */
async function answered(lookUp: Promise<string | null>, began = performance.now()) {
  const at = () => performance.now() - began
  const answer = noneAtFixedTime(lookUp, began).then(
    (value) => ({ value, at: at() }),
    (failure: unknown) => ({ failure, at: at() }),
  )
  await vi.advanceTimersByTimeAsync(20_000)
  return answer
}

test.each([0, 30, 999, 1_001, 9_000])(
  'that there is none is told after a second, also by a look-up that takes %s ms',
  async (ms) => {
    await expect(answered(after(ms, null))).resolves.toEqual({ value: null, at: 1_000 })
  },
)

test('the second begins where the look-up did', async () => {
  await vi.advanceTimersByTimeAsync(5_000)
  await expect(answered(after(0, null), 4_700)).resolves.toEqual({ value: null, at: 1_000 })
  await expect(answered(new Promise(() => {}), 0)).resolves.toMatchObject({ value: null })
})

test('what is found or fails before is told at once, and keeps no timer', async () => {
  const answers = [noneAtFixedTime(after(30, 'found'), 0), noneAtFixedTime(failingAfter(30), 0).catch(String)]
  await vi.advanceTimersByTimeAsync(30)
  await expect(Promise.all(answers)).resolves.toEqual(['found', 'Error: gone'])
  expect(vi.getTimerCount()).toBe(0)
})

test('what is found or fails later is as if there were none; the log says what failed', async () => {
  const warn = vi.spyOn(log, 'warn').mockReturnValue()
  await expect(answered(after(1_500, 'found'))).resolves.toEqual({ value: null, at: 1_000 })
  expect(warn).not.toHaveBeenCalled()
  await expect(answered(failingAfter(1_500))).resolves.toEqual({ value: null, at: 1_000 })
  expect(warn).toHaveBeenCalledExactlyOnceWith({ cause: gone() }, expect.any(String))
})
