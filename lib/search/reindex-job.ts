import 'server-only'
import { recurring, type Job } from '../jobs/job'
import { reindex } from './reindex'

/** How soon after an upgrade it begins. */
const EVERY_SECONDS = 60
/** An interview for which it fails is tried again, though not all day. */
const LONGEST_REST_SECONDS = 3_600

/** Beside the pulls, so that a long one after an upgrade does not keep the mirror old. */
export const reindexing: Job<object> = {
  kind: 'search.reindex',
  ...recurring(EVERY_SECONDS, LONGEST_REST_SECONDS),
  run: (_, { report }) => reindex(() => report()),
}
