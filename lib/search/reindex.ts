import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { transcripts } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { keyCandidates, keyTitles } from './keyless'
import { lockInterview } from '../interviews/lock'
import { indexAnew } from './index-interview'
import { RULES } from './document'

const AT_ONCE = 50

/** Indexes what was stored before the rules of today; `onSome` is called now and then and stops the work by throwing. */
export async function reindex(onSome: () => Promise<void>): Promise<void> {
  await keyTitles()
  let outdated = await findOutdated()
  if (outdated.length > 0) await keyCandidates(onSome)
  for (; outdated.length > 0; outdated = await findOutdated()) {
    for (const id of outdated) await indexOne(id)
    await onSome()
  }
}

async function findOutdated(): Promise<string[]> {
  const rows = await db()
    .select({ id: transcripts.interviewId })
    .from(transcripts)
    .leftJoin(interviewTexts, eq(interviewTexts.interviewId, transcripts.interviewId))
    .where(sql`${interviewTexts.rules} IS DISTINCT FROM ${RULES}`)
    .limit(AT_ONCE)
  return rows.map(({ id }) => id)
}

/** The row stays locked meanwhile, so that what arrives is not overwritten by what was there before. */
function indexOne(id: string) {
  return db().transaction(async (tx) => {
    await lockInterview(tx, id)
    await indexAnew(tx, id)
  })
}
