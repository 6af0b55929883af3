import 'server-only'
import { and, isNull } from 'drizzle-orm'
import { isAmong } from '../db/among'
import type { Executor } from '../db/client'
import { corrections } from '../db/schema/notes'
import type { Replacement } from '../transcript/as-read'

export type StoredCorrection = Replacement & { interviewId: string }

/** Those that stand, of all these interviews, in no order; no member asks, so whoever shows them has to know that theirs may see them. */
export function findCorrectionsOf(on: Executor, interviewIds: string[]): Promise<StoredCorrection[]> {
  const { interviewId, segment, from, to, original, replacement } = corrections
  return on
    .select({ interviewId, segment, from, to, original, replacement })
    .from(corrections)
    .where(and(isAmong(interviewId, interviewIds), isNull(corrections.withdrawnAt)))
}
