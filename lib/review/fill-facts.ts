import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { interviewFacts } from '../db/schema/facts'
import { transcripts } from '../db/schema/interviews'
import { deriveAnew } from '../interviews/derived'
import { FACT_RULES } from './facts'
import { storeFacts } from './store-facts'

/** Makes the facts of what was stored before the rules of today; `onSome` is called now and then and stops the work by throwing. */
export function fillFacts(onSome: () => Promise<void>): Promise<void> {
  return deriveAnew({ table: interviewFacts, rules: FACT_RULES, derive: fillSome }, onSome)
}

async function fillSome(tx: Transaction, ids: string[]): Promise<void> {
  const { interviewId: id, segments, questions, words } = transcripts
  const spoken = await tx.select({ id, segments, questions, words }).from(transcripts).where(inArray(id, ids))
  await tx.delete(interviewFacts).where(inArray(interviewFacts.interviewId, ids))
  await storeFacts(tx, spoken)
}
