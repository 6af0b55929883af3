import 'server-only'
import { z } from 'zod'
import { env } from '../../env'
import type { Job } from '../../jobs/job'
import { notify } from '../../jobs/notify'
import { PULL_KIND } from '../../jobs/pulls'
import { makeDue } from '../../jobs/recurring'
import { pull } from './pull'
import { inSmallHeap } from '../../server/heap'
import { isFirstPullUnderWay } from '../pulls'
import { REINDEX_KIND } from '../reindex-job'
import { createPace, longestRest, restAfter } from './rest'

const pace = createPace()

/** Keeps the mirror current. However many replicas there are, Ribbon is asked as if there were one. */
export const pulling: Job<object> = {
  kind: PULL_KIND,
  payload: z.object({}),
  atOnce: 1,
  every: intervalSeconds,
  retryAfter: (failures) => restAfter({ pullSeconds: 0, failures, isMore: false }, intervalSeconds()),
  longestWait: () => longestRest(intervalSeconds()),
  async run(_, { report, wasPaused }) {
    const began = performance.now()
    const isFirst = await isFirstPullUnderWay()
    const { isUnfinished } = await inSmallHeap(() => pull(() => report()))
    if (isFirst && !isUnfinished) await indexNow()
    // How long it took says nothing when the process stood still meanwhile.
    const pullSeconds = pace(wasPaused() ? 0 : (performance.now() - began) / 1000)
    return restAfter({ pullSeconds, failures: 0, isMore: isUnfinished }, intervalSeconds())
  },
}

/** What a first pull has brought. */
async function indexNow() {
  await makeDue(REINDEX_KIND)
  notify()
}

function intervalSeconds() {
  return env().MIRROR_INTERVAL_SECONDS
}
