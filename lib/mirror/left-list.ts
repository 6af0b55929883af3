import 'server-only'
import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { askForInterviews } from './ask-singly'
import { isOneOf, isReadable, isUnseenSince } from './listed'

/** So many in one pull: the others wait for the next, which comes soon. */
const AT_MOST = 100

/** Ribbon's list of incomplete interviews names these. */
export async function markListed(ids: string[]): Promise<void> {
  await mark(and(eq(interviews.isIncomplete, false), isOneOf(ids)), true)
}

/**
 * Who was not met when that list was read from the place on has most likely finished: they are asked for one by one, since
 * nobody knows where in the other list they are. `goOn` is called after each; throws the `ribbon_…` codes that say nothing
 * about one interview.
 */
export async function followUp(since: number, goOn: () => Promise<void>): Promise<void> {
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
