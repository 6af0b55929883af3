import 'server-only'
import { eq, sql, type SQL } from 'drizzle-orm'
import { db } from '../../db/client'
import { mirrorLists } from '../../db/schema/mirror'
import { DebriefError } from '../../errors'
import { followUpUnseen } from './unseen'
import type { ListStatus } from './state'
import { takePlace } from '../store/order'
import { pagesDue } from './pages-due'
import { openList } from './source'
import { storePage } from '../store/page'

/** What is announced to nobody, such as new scores of an old interview, happens to those that have finished. */
const LIST: ListStatus = 'completed'

/**
 * Reads on, as far as is due, in a slow round through the list of what is known already, to notice within a day what Ribbon
 * changed without a word. At the end of a round those that it did not meet are asked for. `goOn` is called after each page;
 * throws the `ribbon_…` codes.
 */
export async function reread(goOn: () => Promise<void>): Promise<void> {
  const { limit, fetchPage } = await openList(LIST)
  const list = await findRound()
  if (!list) return
  if (list.elapsed === null) return record({ rereadAt: sql`now()` })

  const { pages, seconds } = pagesDue(Math.ceil(list.seen / limit), list.elapsed)
  let { rereadOffset: offset, rereadSince: since } = list
  for (let page = 0; page < pages; page += 1) {
    if (offset === 0) since = await takePlace()
    const read = await fetchPage({ limit, offset }).catch(unreadableAsNull)
    if (read) await storePage(read.items)
    const isLast = read !== null && read.received < limit
    offset = isLast ? 0 : offset + limit
    await record({ rereadOffset: offset, rereadSince: since, rereadAt: later(seconds / pages) })
    await goOn()
    if (isLast) await followUpUnseen(since, goOn)
  }
}

/** One page that cannot be read costs the round only itself. */
function unreadableAsNull(error: unknown): null {
  if (error instanceof DebriefError && error.code === 'ribbon_unreadable') return null
  throw error
}

async function findRound() {
  const { seen, rereadOffset, rereadSince, rereadAt } = mirrorLists
  const elapsed = sql<number | null>`extract(epoch FROM now() - ${rereadAt})::float8`
  const [row] = await db()
    .select({ seen, rereadOffset, rereadSince, elapsed })
    .from(mirrorLists)
    .where(eq(mirrorLists.status, LIST))
  return row
}

/** Never ahead of now, should a clock have been set back. */
function later(seconds: number): SQL {
  return sql`least(${mirrorLists.rereadAt} + ${seconds}::float8 * interval '1 second', now())`
}

async function record(recorded: { rereadOffset?: number; rereadSince?: number; rereadAt: SQL }): Promise<void> {
  await db().update(mirrorLists).set(recorded).where(eq(mirrorLists.status, LIST))
}
