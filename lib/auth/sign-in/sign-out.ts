import 'server-only'
import { change } from '../../audit/change'
import { endSession } from '../session'
import { findViewerBySession } from '../viewer'

/** Ends a session; one that nobody has any more stays ended. */
export async function signOut(sessionId: string): Promise<void> {
  const viewer = await findViewerBySession(sessionId)
  if (!viewer) return void (await endSession(sessionId))

  await change(viewer, async (tx) => {
    const hasEnded = await endSession(sessionId, tx)
    const told = { code: 'signed_out' as const, about: viewer.memberId, payload: { sessionId } }
    return { told: hasEnded ? told : [], value: undefined }
  })
}
