import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '../db/client'
import { excluded } from '../db/excluded'
import { flows } from '../db/schema/interviews'
import { flowTexts } from '../db/schema/search'
import { RULES } from './document'
import { foldLine, lexemesOf } from './lexemes'
import { lexemesParameter } from './lexemes-parameter'

const AT_ONCE = 500

type Titled = { id: string; title: string }

/** Makes flows findable by these titles instead of those before; belongs in the transaction that writes them, and no more than 500. */
export async function indexTitles(tx: Transaction, titled: Titled[]): Promise<void> {
  if (titled.length === 0) return
  const rows = titled.map(({ id, title }) => {
    const folded = foldLine(title)
    return { flowId: id, title: folded, lexemes: lexemesParameter([...lexemesOf('t', [folded])]), rules: RULES }
  })
  await tx
    .insert(flowTexts)
    .values(rows)
    .onConflictDoUpdate({
      target: flowTexts.flowId,
      set: excluded(flowTexts, rows, 'flowId'),
      setWhere: sql`(${flowTexts.title}, ${flowTexts.rules}) IS DISTINCT FROM (excluded.title, excluded.rules)`,
    })
}

/** Indexes the titles of before, and those of older rules; `onSome` is called now and then and stops the work by throwing. */
export async function indexTitlesAnew(onSome: () => Promise<void>): Promise<void> {
  for (let some = await indexSome(); some > 0; some = await indexSome()) await onSome()
}

/** How many it has indexed; they are locked meanwhile, so that what Ribbon calls them comes before or after. */
function indexSome(): Promise<number> {
  return db().transaction(async (tx) => {
    const outdated = await tx
      .select({ id: flows.id, title: flows.title })
      .from(flows)
      .leftJoin(flowTexts, eq(flowTexts.flowId, flows.id))
      .where(sql`${flowTexts.rules} IS DISTINCT FROM ${RULES}`)
      .orderBy(asc(flows.id))
      .limit(AT_ONCE)
      .for('no key update', { of: flows })
    await indexTitles(tx, outdated)
    return outdated.length
  })
}
