import 'server-only'
import { requireStill } from '../../auth/still'
import type { May } from '../../auth/viewer'
import { pseudonymOf } from '../../db/encrypt'
import { env } from '../../env'
import { change } from '../change'
import { logSearch, type LogFilter } from './log-search'
import type { LoggedEvent } from './logged-event'
import { listLog } from './queries'

/** Events that are in memory at once. */
const BATCH = 500

/** All of the log that the filter lets through, the newest first, a batch at a time. Throws what `requireMay` does where they may not go on meanwhile. */
export async function exportLog(
  admin: May<'audit.read'>,
  filter: LogFilter,
  format: 'csv' | 'json',
): Promise<AsyncIterable<LoggedEvent[]>> {
  const narrowed = pseudonymOf(logSearch(filter), env().NEXTAUTH_SECRET)
  return change(admin, async () => ({
    told: { code: 'audit.exported', about: null, payload: { format, filter: narrowed } },
    value: batchesOf(admin, filter),
  }))
}

async function* batchesOf(admin: May<'audit.read'>, filter: LogFilter) {
  for (let cursor = filter.cursor; ;) {
    const { items, nextCursor } = await listLog(await requireStill(admin, 'audit.read'), { ...filter, cursor }, BATCH)
    yield items
    if (nextCursor === null) return
    cursor = nextCursor
  }
}
