import 'server-only'
import { and, isNull, notExists, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { replyPlaces } from '../db/schema/mirror'
import { DebriefError } from '../errors'
import { mirrorInterview } from './mirror'

/** So many in one pull: if that many vanish at once, something else is wrong, and the next pull goes on. */
const AT_MOST = 100
/** What was asked for before it has been answered or given up by now. */
const UNKNOWN_KEPT_HOURS = 1

/**
 * Asks for each interview of which no reply has told since that place: of a page that shifted while the list was read, only
 * Ribbon itself can say whether it is gone. `goOn` is called after each; throws the `ribbon_…` codes.
 */
export async function followUpUnseen(since: number, goOn: () => Promise<void>): Promise<void> {
  const seen = db()
    .select({ id: replyPlaces.interviewId })
    .from(replyPlaces)
    .where(sql`${replyPlaces.interviewId} = ${interviews.id} AND ${replyPlaces.asked} >= ${since}`)
  const unseen = await db()
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(isNull(interviews.goneAt), notExists(seen)))
    .limit(AT_MOST)
  for (const { id } of unseen) {
    await mirrorInterview(id).catch(ignoreUnknown)
    await goOn()
  }
  await forgetUnknown()
}

function ignoreUnknown(error: unknown) {
  if (!(error instanceof DebriefError) || error.code !== 'ribbon_not_found') throw error
}

/** Whoever stores a reply about one of them meanwhile has locked it and keeps it. */
async function forgetUnknown() {
  await db().execute(sql`DELETE FROM reply_places WHERE interview_id IN (
    SELECT interview_id FROM reply_places p WHERE stored_at < now() - ${UNKNOWN_KEPT_HOURS}::int * interval '1 hour'
      AND NOT EXISTS (SELECT FROM interviews i WHERE i.id = p.interview_id) FOR UPDATE SKIP LOCKED)`)
}
