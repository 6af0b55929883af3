import 'server-only'
import { and, asc, gt, lte, sql } from 'drizzle-orm'
import type { Executor } from '../db/client'
import { auditEvents } from '../db/schema/audit'
import type { StoredEvent } from './chain'

/** Those after one number and up to another, in their order. */
export type SeqRange = { after: number; upTo: number; limit: number }

export function listStored(on: Executor, { after, upTo, limit }: SeqRange): Promise<StoredEvent[]> {
  const { seq, at, actorKind, actorId, code, about, payload } = auditEvents
  return on
    .select({
      ...{ seq, actorKind, actorId, code, about, payload },
      at: sql<string>`to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(auditEvents)
    .where(and(gt(seq, after), lte(seq, upTo)))
    .orderBy(asc(seq))
    .limit(limit)
}
