import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { DebriefError } from '../errors'
import { fetchInterview } from '../ribbon/client'
import { claimNewest } from './store/claim'
import { askInOrder } from './store/order'
import { storeInterview } from './store/interview'

/**
 * Fetches one interview from Ribbon and stores it. Throws the `ribbon_…` codes; what is stored stays as it was then, but that
 * Ribbon knows it no more is marked.
 */
export async function mirrorInterview(id: string): Promise<void> {
  const { answer, asked } = await askInOrder((beforeSend) => fetchInterview(id, beforeSend).catch(unknownAsValue))
  if (answer instanceof DebriefError) {
    await markGone(id, asked)
    throw answer
  }
  await storeInterview({ ...answer, asked })
}

function unknownAsValue(error: unknown): DebriefError {
  if (error instanceof DebriefError && error.code === 'ribbon_not_found') return error
  throw error
}

/** It and its reviews remain. One that was never stored is not stored by what was asked for earlier either. */
function markGone(id: string, asked: number): Promise<void> {
  return db().transaction(async (tx) => {
    const isNewest = (await claimNewest(tx, [{ id, asked }])).has(id)
    const isPresent = and(eq(interviews.id, id), isNull(interviews.goneAt))
    if (isNewest)
      await tx
        .update(interviews)
        .set({ goneAt: sql`now()` })
        .where(isPresent)
  })
}
