import 'server-only'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { interviewFacts } from '../db/schema/facts'
import { transcripts } from '../db/schema/interviews'
import { deriveAnew } from '../interviews/derived'
import { FACT_RULES } from './facts'
import { storeFacts } from './store-facts'

/** Makes the facts of what was stored before the rules of today; `onSome` is called now and then and stops the work by throwing. */
export function fillFacts(onSome: () => Promise<void>): Promise<void> {
  return deriveAnew({ table: interviewFacts, rules: FACT_RULES, derive: fillOne }, onSome)
}

async function fillOne(tx: Transaction, id: string): Promise<void> {
  const { segments, questions, words } = transcripts
  const [spoken] = await tx
    .select({ segments, questions, words })
    .from(transcripts)
    .where(eq(transcripts.interviewId, id))
  if (!spoken) return

  await tx.delete(interviewFacts).where(eq(interviewFacts.interviewId, id))
  await storeFacts(tx, [{ id, ...spoken }])
}
