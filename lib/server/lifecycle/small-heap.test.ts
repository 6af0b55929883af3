import { setFlagsFromString } from 'node:v8'
import { expect, test, vi } from 'vitest'
import type { Job, Run } from '../../jobs/job'
import { pulling } from '../../mirror/pull/job'
import { reindexing } from '../../mirror/reindex-job'
import { fillingFacts } from '../../review/fill-facts-job'

const { works } = vi.hoisted(() => ({ works: vi.fn<() => void>() }))

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }))
vi.mock('../../env', () => ({ env: () => ({ MIRROR_INTERVAL_SECONDS: 60 }) }))
vi.mock('../../mirror/pulls', () => ({ isFirstPullUnderWay: async () => false }))
vi.mock('../../mirror/pull/pull', () => ({
  pull: async () => {
    works()
    return { isUnfinished: false }
  },
}))
vi.mock('../../search/reindex', () => ({ reindex: async () => works() }))
vi.mock('../../review/fill-facts', () => ({ fillFacts: async () => works() }))

const RUN: Run = { signal: new AbortController().signal, report: async () => {}, wasPaused: () => false }

test.each<Job<object>>([pulling, reindexing, fillingFacts])('$kind works in a small heap', async (job) => {
  const flags = vi.mocked(setFlagsFromString).mockClear().mock.calls
  const during: unknown[] = []
  works.mockImplementation(() => void during.push(flags.at(-1)?.[0]))
  await job.run({}, RUN)
  expect(during).toEqual([expect.stringMatching(/^--heap-growing-percent=[1-9]/)])
  expect(flags.at(-1)).toEqual(['--heap-growing-percent=0'])
})
