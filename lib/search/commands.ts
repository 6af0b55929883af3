import 'server-only'
import { eq, sql, type SQL } from 'drizzle-orm'
import type { Transaction } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { documentOf, type Document, type Searched } from './document'

/** The columns of `interviews` that make it findable. */
export function searchColumns({ lexemes, isOversize }: Document): { lexemes: SQL; isOversize: boolean } {
  return { lexemes: sql`array_to_tsvector(${textArray(lexemes)})`, isOversize }
}

/** The rest of what makes interviews findable; belongs in the transaction that writes `searchColumns`. */
export async function storeTexts(tx: Transaction, page: { id: string; document: Document }[]): Promise<void> {
  await tx
    .insert(interviewTexts)
    .values(page.map(({ id, document }) => ({ interviewId: id, ...document.texts })))
    .onConflictDoUpdate({
      target: interviewTexts.interviewId,
      set: {
        said: sql`excluded.said`,
        asked: sql`excluded.asked`,
        name: sql`excluded.name`,
        about: sql`excluded.about`,
        rules: sql`excluded.rules`,
      },
    })
}

/** Makes an interview findable by the rules of today. */
export async function indexAnew(tx: Transaction, id: string, searched: Searched): Promise<void> {
  const document = documentOf(searched)
  await tx.update(interviews).set(searchColumns(document)).where(eq(interviews.id, id))
  await storeTexts(tx, [{ id, document }])
}

/** One parameter, however many there are. */
function textArray(values: string[]) {
  return sql`${`{${values.map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`}::text[]`
}
