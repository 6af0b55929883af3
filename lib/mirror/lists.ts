import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { mirrorLists } from '../db/schema/mirror'
import type { ListOrder } from './list-order'

export type ListStatus = 'completed' | 'incomplete'
export type ListState = typeof mirrorLists.$inferSelect

export async function findList(status: ListStatus): Promise<ListState> {
  const [row] = await db().select().from(mirrorLists).where(eq(mirrorLists.status, status))
  return row ?? { status, nextOffset: 0, seen: 0, order: null, passedAt: null }
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

type Recorded = Partial<Omit<ListState, 'passedAt'>> & { passedAt?: ReturnType<typeof sql> }

async function record(status: ListStatus, recorded: Recorded): Promise<void> {
  await db()
    .insert(mirrorLists)
    .values({ status, ...recorded })
    .onConflictDoUpdate({ target: mirrorLists.status, set: recorded })
}
