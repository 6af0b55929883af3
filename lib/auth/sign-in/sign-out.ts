import 'server-only'
import { change } from '../../audit/change'
import { endSession } from '../session'
import { findHolderBySession } from '../viewer'

/** Ends a session; one that nobody has any more stays ended. */
export async function signOut(sessionId: string): Promise<void> {
  const holder = await findHolderBySession(sessionId)
  if (!holder) return void (await endSession(sessionId))
  const { viewer } = holder

  await change(viewer, async (tx) => {
    const hasEnded = await endSession(sessionId, tx)
    const told = { code: 'signed_out' as const, about: viewer.memberId, payload: { sessionId } }
    return { told: hasEnded ? told : [], value: undefined }
  })
}
