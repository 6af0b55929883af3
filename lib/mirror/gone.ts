import 'server-only'
import { and, isNull, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { askForInterviews } from './ask-singly'
import { isReadable, isUnseenSince } from './listed'

/** So many in one pull: if that many vanish at once, something else is wrong, and the next pull goes on. */
const AT_MOST = 100
/** What was asked for before it has been answered or given up by now. */
const UNKNOWN_KEPT_HOURS = 1

/**
 * Asks for each interview of which no reply has told since that place: of a page that shifted while the list was read, only
 * Ribbon itself can say whether it is gone. `goOn` is called after each; throws the `ribbon_…` codes that say nothing about one
 * interview.
 */
export async function followUpUnseen(since: number, goOn: () => Promise<void>): Promise<void> {
  const unseen = await db()
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(isNull(interviews.goneAt), isUnseenSince(since), isReadable()))
    .limit(AT_MOST)
  await askForInterviews(
    unseen.map(({ id }) => id),
    goOn,
  )
  await forgetUnknown()
}

/** Whoever stores a reply about one of them meanwhile has locked it and keeps it. */
async function forgetUnknown() {
  await db().execute(sql`DELETE FROM reply_places WHERE interview_id IN (
    SELECT interview_id FROM reply_places p WHERE stored_at < now() - ${UNKNOWN_KEPT_HOURS}::int * interval '1 hour'
      AND NOT EXISTS (SELECT FROM interviews i WHERE i.id = p.interview_id) FOR UPDATE SKIP LOCKED)`)
}
