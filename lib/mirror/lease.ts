import 'server-only'
import { and, eq, lt, or, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { mirrors } from '../db/schema/mirror'

export const MIRROR = 'ribbon'
/** Longer than the client waits for one reply. */
const WHILE_PULLING_SECONDS = 60

/** True when this holder may pull now: nobody else's lease runs. Taking it again renews it; a dead holder's runs out. */
export async function takeLease(holder: string): Promise<boolean> {
  await db().insert(mirrors).values({ id: MIRROR }).onConflictDoNothing()
  const taken = await db()
    .update(mirrors)
    .set({ leaseHolder: holder, leaseEndsAt: inSeconds(WHILE_PULLING_SECONDS) })
    .where(and(eq(mirrors.id, MIRROR), or(eq(mirrors.leaseHolder, holder), lt(mirrors.leaseEndsAt, sql`now()`))))
    .returning({ id: mirrors.id })
  return taken.length > 0
}

/** While its holder rests nobody else pulls either: however many replicas there are, Ribbon is asked as if there were one. */
export async function keepLease(holder: string, seconds: number): Promise<void> {
  await db()
    .update(mirrors)
    .set({ leaseEndsAt: inSeconds(seconds) })
    .where(and(eq(mirrors.id, MIRROR), eq(mirrors.leaseHolder, holder)))
}

export async function releaseLease(holder: string): Promise<void> {
  await keepLease(holder, 0)
}

function inSeconds(seconds: number) {
  return sql`now() + ${seconds}::float8 * interval '1 second'`
}
