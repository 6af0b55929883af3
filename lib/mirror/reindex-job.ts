import 'server-only'
import { DERIVING } from '../interviews/derived'
import type { Job } from '../jobs/job'
import { reindex } from '../search/reindex'
import { inSmallHeap } from '../server/heap'
import { isFirstPullUnderWay } from './pulls'

export const REINDEX_KIND = 'search.reindex'

/** Until it looks again whether a first pull is over: the pull says so itself, unless its process has ended. */
const LOOK_AGAIN_SECONDS = 5

/**
 * Beside the pulls, so that a long one after an upgrade does not keep the mirror old; but what a first pull brings is indexed after
 * it, since both at once would take twice as long.
 */
export const reindexing: Job<object> = {
  kind: REINDEX_KIND,
  ...DERIVING,
  run: async (_, { report }) => {
    if (await isFirstPullUnderWay()) return LOOK_AGAIN_SECONDS
    return inSmallHeap(() => reindex(() => report()))
  },
}
