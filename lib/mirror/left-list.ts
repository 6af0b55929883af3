import 'server-only'
import { and, eq, inArray, not, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { DebriefError } from '../errors'
import { isOneOf } from './listed'
import { mirrorInterview } from './mirror'

/** So many in one pull: the others wait for the next, which comes soon. */
const AT_MOST = 100

/**
 * Who has left the list of incomplete interviews has most likely finished: they are fetched one by one, since nobody knows
 * where in the other list they are. `goOn` is called after each; throws the `ribbon_…` codes.
 */
export async function followUp(incomplete: string[], goOn: () => Promise<void>): Promise<void> {
  const listed = isOneOf(incomplete)
  const left = await db()
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(eq(interviews.isIncomplete, true), not(listed)))
    .limit(AT_MOST)
  for (const { id } of left) {
    await mirrorInterview(id).catch(ignoreUnknown)
    await goOn()
  }
  const fetched = left.map(({ id }) => id)
  if (fetched.length > 0) await mark(inArray(interviews.id, fetched), false)
  await mark(and(eq(interviews.isIncomplete, false), listed), true)
}

/** Locks them in the order that `lib/interviews/lock.ts` asks for. */
async function mark(which: SQL | undefined, isIncomplete: boolean): Promise<void> {
  const locked = db().select({ id: interviews.id }).from(interviews).where(which).orderBy(interviews.id)
  await db()
    .update(interviews)
    .set({ isIncomplete })
    .where(inArray(interviews.id, locked.for('no key update')))
}

/** It has vanished, which is marked, or is no longer ours. */
function ignoreUnknown(error: unknown) {
  const isUnknown = error instanceof DebriefError && ['ribbon_not_found', 'ribbon_forbidden'].includes(error.code)
  if (!isUnknown) throw error
}
