/** A replica for tests: it pulls and indexes until it is killed. */
import { startRunner } from '../../jobs/runner'
import { pulling } from '../pull/job'
import { reindexing } from '../reindex-job'

process.once('disconnect', () => process.exit())
startRunner([pulling, reindexing])
