import 'server-only'
import { DERIVING } from '../interviews/derived'
import type { Job } from '../jobs/job'
import { reindex } from './reindex'

/** Beside the pulls, so that a long one after an upgrade does not keep the mirror old. */
export const reindexing: Job<object> = {
  kind: 'search.reindex',
  ...DERIVING,
  run: (_, { report }) => reindex(() => report()),
}
