import 'server-only'
import { eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import { db } from '../../db/client'
import { mirrorLists } from '../../db/schema/mirror'

export type ListStatus = 'completed' | 'incomplete'
/** `isPassDue`: the last pass from end to end is too long ago, or lies ahead, since a clock was set back. */
export type ListState = Omit<typeof mirrorLists.$inferSelect, `reread${string}`> & { isPassDue: boolean }

/** Whether a long list's order still holds is seen only when it is read from end to end: so often. */
const PASS_EVERY = '7 days'

export async function findList(status: ListStatus): Promise<ListState> {
  const { passedAt } = mirrorLists
  const isPassDue = sql<boolean>`coalesce(${passedAt} NOT BETWEEN now() - ${PASS_EVERY}::interval AND now(), true)`
  const [row] = await db()
    .select({ ...getTableColumns(mirrorLists), isPassDue })
    .from(mirrorLists)
    .where(eq(mirrorLists.status, status))
  return row ?? { ...NOT_READ, status }
}

const NOT_READ = {
  nextOffset: 0,
  seen: 0,
  order: null,
  passSince: null,
  wholeSince: null,
  passedAt: null,
  comparedAt: null,
  beganAt: null,
  about: null,
  isPassDue: true,
}

type Instants = 'passedAt' | 'comparedAt' | 'beganAt'
type Recorded = Partial<Omit<ListState, 'status' | 'isPassDue' | Instants> & Record<Instants, SQL>>

/** `nextOffset` is where a pass would go on after a crash, 0 once the list has been read to its end. */
export async function recordList(status: ListStatus, recorded: Recorded): Promise<void> {
  await db()
    .insert(mirrorLists)
    .values({ status, ...recorded })
    .onConflictDoUpdate({ target: mirrorLists.status, set: recorded })
}

/** The place since which every interview that stands in either list has been met; null before both were read to their ends. */
export async function wholeSince(): Promise<number | null> {
  const lists = await Promise.all([findList('completed'), findList('incomplete')])
  const places = lists.map((list) => list.wholeSince)
  return places.includes(null) ? null : Math.min(...places.filter((place) => place !== null))
}
