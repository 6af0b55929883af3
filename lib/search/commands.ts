import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { interviewSearch } from '../db/schema/search'
import { documentOf, type Searched } from './document'

/** Makes an interview findable by what it says now; belongs in the transaction that stores it. */
export async function indexInterview(tx: Transaction, interviewId: string, searched: Searched): Promise<void> {
  const { lexemes, ...texts } = documentOf(searched)
  const row = { ...texts, lexemes: sql`array_to_tsvector(${textArray(lexemes)})` }
  await tx
    .insert(interviewSearch)
    .values({ interviewId, ...row })
    .onConflictDoUpdate({ target: interviewSearch.interviewId, set: row })
}

/** One parameter, however many there are. */
function textArray(values: string[]) {
  return sql`${`{${values.map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`}::text[]`
}
