import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { DebriefError } from '../errors'
import { fetchInterview } from '../ribbon/client'
import type { RibbonInterview } from '../ribbon/interview'
import { claimNewest } from './store/claim'
import { askInOrder } from './store/order'
import { storeInterview } from './store/interview'

/**
 * Fetches one interview from Ribbon and stores it. Throws the `ribbon_…` codes; what is stored stays as it was then, but that
 * Ribbon knows it no more is marked.
 */
export async function mirrorInterview(id: string): Promise<void> {
  const { answer, asked } = await askFor(id)
  if (answer instanceof DebriefError) {
    await markGone(id, asked)
    throw answer
  }
  await storeInterview({ ...answer, asked })
}

/**
 * The same for somebody who does not find it here, be it hidden from them. What is here only follows to where it belongs by now, and of
 * what is not nothing is written: to ask again and again costs the database as little for the one as for the other.
 */
export async function mirrorMissing(id: string): Promise<void> {
  const { answer, asked } = await askFor(id)
  const [stored] = await db().select(PLACE).from(interviews).where(eq(interviews.id, id))
  if (answer instanceof DebriefError) {
    if (stored?.goneAt === null) await markGone(id, asked)
    throw answer
  }
  if (!stored || !isInPlace(answer.interview, stored)) await storeInterview({ ...answer, asked })
}

function askFor(id: string) {
  return askInOrder((beforeSend) => fetchInterview(id, beforeSend).catch(unknownAsValue))
}

const PLACE = { flowId: interviews.flowId, teamId: interviews.teamId, goneAt: interviews.goneAt }
type Place = Pick<typeof interviews.$inferSelect, keyof typeof PLACE>

/** A reply that says nothing of a flow or a team moves it nowhere. */
function isInPlace({ flowId, teamId }: Pick<RibbonInterview, 'flowId' | 'teamId'>, stored: Place): boolean {
  const isThere = (flowId ?? stored.flowId) === stored.flowId && (teamId ?? stored.teamId) === stored.teamId
  return isThere && stored.goneAt === null
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
