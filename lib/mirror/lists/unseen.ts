import 'server-only'
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { isAmong } from '../../db/among'
import { db } from '../../db/client'
import { inParts } from '../../db/in-parts'
import { interviews } from '../../db/schema/interviews'
import { askForInterviews } from './ask-singly'

/** So many of each in one pull, and the next goes on: if that many vanish at once, something else is wrong. */
const AT_MOST = 100
/** What was asked for before it has been answered or given up by now. */
const UNKNOWN_KEPT_HOURS = 1

/** Ribbon's list of incomplete interviews names these. */
export async function markListed(ids: string[]): Promise<void> {
  for (const part of inParts(ids))
    await mark(and(eq(interviews.isIncomplete, false), isAmong(interviews.id, part)), true)
}

/**
 * Who was not met when that list was read from the place on has most likely finished: they are asked for one by one, since
 * nobody knows where in the other list they are. `goOn` is called after each; throws the `ribbon_…` codes that say nothing
 * about one interview.
 */
export async function followUpLeft(since: number, goOn: () => Promise<void>): Promise<void> {
  const left = await db()
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(eq(interviews.isIncomplete, true), isUnseenSince(since), isReadable()))
    .orderBy(interviews.id)
    .limit(AT_MOST)
  const settled = await askForInterviews(
    left.map(({ id }) => id),
    goOn,
  )
  if (settled.length > 0) await mark(inArray(interviews.id, settled), false)
}

/** Locks them in the order that `lib/interviews/lock.ts` asks for. */
async function mark(which: SQL | undefined, isIncomplete: boolean): Promise<void> {
  const locked = db().select({ id: interviews.id }).from(interviews).where(which).orderBy(interviews.id)
  await db()
    .update(interviews)
    .set({ isIncomplete })
    .where(inArray(interviews.id, locked.for('no key update')))
}

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

/** That no reply about the interview was asked for since that place. */
function isUnseenSince(place: number): SQL {
  return sql`NOT EXISTS (SELECT FROM reply_places p WHERE p.interview_id = ${interviews.id} AND p.asked >= ${place})`
}

/** That it is not among those which are tried again by themselves, less and less often. */
function isReadable(): SQL {
  return sql`NOT EXISTS (SELECT FROM unreadable_items u WHERE u.kind = 'interview' AND u.place = ${interviews.id})`
}
