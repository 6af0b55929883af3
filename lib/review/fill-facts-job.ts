import 'server-only'
import { recurring, type Job } from '../jobs/job'
import { fillFacts } from './fill-facts'

/** How soon after an upgrade it begins, and again after it has failed. */
const EVERY_SECONDS = 60

/** Beside the pulls, as re-indexing is. */
export const fillingFacts: Job<object> = {
  kind: 'review.fill_facts',
  ...recurring(EVERY_SECONDS),
  run: (_, { report }) => fillFacts(() => report()),
}
