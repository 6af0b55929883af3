import 'server-only'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { mirrorLists } from '../db/schema/mirror'
import type { ListOrder } from './list-order'

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
  return row ?? { status, nextOffset: 0, seen: 0, order: null, passedAt: null, isPassDue: true }
}

/** Where a pass would go on after a crash. */
export async function recordPage(status: ListStatus, nextOffset: number, seen: number): Promise<void> {
  await record(status, { nextOffset, seen })
}

/** The list has been read to its end. */
export async function recordPass(status: ListStatus, seen: number, order: ListOrder | null): Promise<void> {
  await record(status, { nextOffset: 0, seen, order, passedAt: sql`now()` })
}

export async function recordGrowth(status: ListStatus, seen: number): Promise<void> {
  await record(status, { seen })
}

type Recorded = Partial<Omit<ListState, 'passedAt' | 'isPassDue'>> & { passedAt?: ReturnType<typeof sql> }

async function record(status: ListStatus, recorded: Recorded): Promise<void> {
  await db()
    .insert(mirrorLists)
    .values({ status, ...recorded })
    .onConflictDoUpdate({ target: mirrorLists.status, set: recorded })
}
