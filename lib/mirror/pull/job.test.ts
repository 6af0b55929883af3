import { afterEach, expect, test, vi } from 'vitest'
import { pull } from './pull'
import { pulling } from './job'

const INTERVAL_SECONDS = 60
const environment = vi.hoisted(() => ({ MIRROR_INTERVAL_SECONDS: 60 }))
vi.mock('./pull', () => ({ pull: vi.fn() }))
vi.mock('../pulls', () => ({ isFirstPullUnderWay: () => Promise.resolve(false) }))
vi.mock('../../env', () => ({ env: () => environment }))

afterEach(() => vi.restoreAllMocks())

/** What follows a pull that takes so many seconds: the seconds until the next. */
function restAfterPull(seconds: number, { isUnfinished = false, wasPaused = false } = {}) {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0)
  vi.mocked(pull).mockImplementation(async () => {
    now.mockReturnValue(seconds * 1_000)
    return { isUnfinished }
  })
  return pulling.run({}, { signal: AbortSignal.timeout(1), report: async () => {}, wasPaused: () => wasPaused })
}

test('the interval follows a quick pull, and a longer rest the second slow one in a row', async () => {
  expect(await restAfterPull(1)).toBe(INTERVAL_SECONDS)
  expect(await restAfterPull(20)).toBe(INTERVAL_SECONDS)
  expect(await restAfterPull(20)).toBe(180)
})

test('the interval is read when it is needed', async () => {
  expect(pulling.every?.()).toBe(INTERVAL_SECONDS)
  environment.MIRROR_INTERVAL_SECONDS = 300
  expect([pulling.every?.(), pulling.retryAfter(1), await restAfterPull(1)]).toEqual([300, 600, 300])
  environment.MIRROR_INTERVAL_SECONDS = INTERVAL_SECONDS
})

test('pulls in which the process stood still make no long rest', async () => {
  for (let times = 0; times < 3; times++) expect(await restAfterPull(90, { wasPaused: true })).toBe(INTERVAL_SECONDS)
})

test('a first reading that is not over goes on at once', async () => {
  expect(await restAfterPull(500, { isUnfinished: true })).toBe(0)
})
