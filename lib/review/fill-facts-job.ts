import 'server-only'
import { DERIVING } from '../interviews/derived'
import type { Job } from '../jobs/job'
import { inSmallHeap } from '../server/heap'
import { fillFacts } from './fill-facts'

/** Beside the pulls, as re-indexing is. */
export const fillingFacts: Job<object> = {
  kind: 'review.fill_facts',
  ...DERIVING,
  run: (_, { report }) => inSmallHeap(() => fillFacts(() => report())),
}
