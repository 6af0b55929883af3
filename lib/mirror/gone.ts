import 'server-only'
import { and, eq, isNull, not, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { DebriefError } from '../errors'
import { isOneOf } from './listed'
import { mirrorInterview } from './mirror'

/** So many in one pass: if that many vanish at once, something else is wrong, and the next pass goes on. */
const AT_MOST = 100

/**
 * Marks interviews that neither list names and that Ribbon, asked for each, does not know any more. They and their reviews
 * remain. `goOn` is called after each; throws the `ribbon_…` codes.
 */
export async function markGone(present: string[], goOn: () => Promise<void>): Promise<void> {
  const listed = isOneOf(present)
  const missing = await db()
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(isNull(interviews.goneAt), not(listed)))
    .limit(AT_MOST)
  for (const { id } of missing) {
    // A page may have shifted while the list was read: only Ribbon itself can say that it is gone.
    if (await isUnknown(id))
      await db()
        .update(interviews)
        .set({ goneAt: sql`now()` })
        .where(eq(interviews.id, id))
    await goOn()
  }
}

async function isUnknown(id: string): Promise<boolean> {
  try {
    await mirrorInterview(id)
    return false
  } catch (error) {
    if (error instanceof DebriefError && error.code === 'ribbon_not_found') return true
    throw error
  }
}
