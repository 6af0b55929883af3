import 'server-only'
import { and, eq, lt, or, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { mirrors } from '../db/schema'

export const MIRROR = 'ribbon'
const LEASE = sql`now() + interval '60 seconds'`

/** True when this holder may pull now: nobody else's lease runs. Taking it again renews it; a dead holder's runs out. */
export async function takeLease(holder: string): Promise<boolean> {
  await db().insert(mirrors).values({ id: MIRROR }).onConflictDoNothing()
  const taken = await db()
    .update(mirrors)
    .set({ leaseHolder: holder, leaseEndsAt: LEASE })
    .where(and(eq(mirrors.id, MIRROR), or(eq(mirrors.leaseHolder, holder), lt(mirrors.leaseEndsAt, sql`now()`))))
    .returning({ id: mirrors.id })
  return taken.length > 0
}

export async function releaseLease(holder: string): Promise<void> {
  await db()
    .update(mirrors)
    .set({ leaseEndsAt: sql`now()` })
    .where(and(eq(mirrors.id, MIRROR), eq(mirrors.leaseHolder, holder)))
}
