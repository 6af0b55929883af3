import 'server-only'
import { recurring, type Job } from '../jobs/job'
import { fillFacts } from './fill-facts'

/** How soon after an upgrade it begins. */
const EVERY_SECONDS = 60
/** An interview for which it fails is tried again, though not all day. */
const LONGEST_REST_SECONDS = 3_600

/** Beside the pulls, as re-indexing is. */
export const fillingFacts: Job<object> = {
  kind: 'review.fill_facts',
  ...recurring(EVERY_SECONDS, LONGEST_REST_SECONDS),
  run: (_, { report }) => fillFacts(() => report()),
}
