import 'server-only'
import { change } from '../../audit/change'
import { db, type Executor } from '../../db/client'
import { endForGood, findBeside } from '../end-for-good'
import { endSession } from '../session'
import { findHolderBySession } from '../viewer'

/** Ends a session, and what is put in its place meanwhile; one that nobody has any more stays ended. */
export async function signOut(sessionId: string): Promise<void> {
  const beside = await findBeside(sessionId)
  if (beside) await endAsHolder(sessionId, (on) => endForGood(on, { ...beside, sessionId }))
}

/** Ends the session that a browser had when its member signed in anew. What has come in its place is another sign-in's. */
export async function leaveFormer(sessionId: string): Promise<void> {
  await endAsHolder(sessionId, async (on) => ((await endSession(sessionId, on)) ? [sessionId] : []))
}

/** `end` returns the ids of what has ended. */
async function endAsHolder(sessionId: string, end: (on: Executor) => Promise<string[]>): Promise<void> {
  const holder = await findHolderBySession(sessionId)
  if (!holder) return void (await end(db()))
  const { viewer } = holder

  await change(viewer, async (tx) => {
    const ended = await end(tx)
    const told = ended.map((id) => ({
      code: 'signed_out' as const,
      about: viewer.memberId,
      payload: { sessionId: id },
    }))
    return { told, value: undefined }
  })
}
