import 'server-only'
import { change } from '../../audit/change'
import { endForGood, listBeside } from '../end-for-good'
import { endSession } from '../session'
import { findHolderBySession } from '../viewer'

/** Ends a session; one that nobody has any more stays ended. */
export async function signOut(sessionId: string): Promise<void> {
  const before = await listBeside(sessionId)
  const holder = await findHolderBySession(sessionId)
  if (!holder) return void (await endSession(sessionId))
  const { viewer } = holder

  await change(viewer, async (tx) => {
    const ended = await endForGood(tx, { memberId: viewer.memberId, sessionId, before })
    const told = ended.map((id) => ({
      code: 'signed_out' as const,
      about: viewer.memberId,
      payload: { sessionId: id },
    }))
    return { told, value: undefined }
  })
}
