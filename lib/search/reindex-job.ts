import 'server-only'
import { recurring, type Job } from '../jobs/job'
import { reindex } from './reindex'

/** How soon after an upgrade it begins, and again after it has failed. */
const EVERY_SECONDS = 60

/** Beside the pulls, so that a long one after an upgrade does not keep the mirror old. */
export const reindexing: Job<object> = {
  kind: 'search.reindex',
  ...recurring(EVERY_SECONDS),
  run: (_, { report }) => reindex(() => report()),
}
