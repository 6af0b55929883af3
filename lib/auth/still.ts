import 'server-only'
import { DebriefError } from '../errors'
import { refusalOf, type Permission } from './permissions'
import { findViewerBySession, may, type May } from './viewer'

/** A download may take as long as its reader likes: what they have lost meanwhile they are not told any more. Throws what `requireMay` does. */
export async function requireStill<P extends Permission>({ sessionId }: May<P>, what: P): Promise<May<P>> {
  const viewer = await findViewerBySession(sessionId)
  if (!viewer) throw new DebriefError('not_signed_in')
  if (!may(viewer, what)) throw new DebriefError(refusalOf(what))
  return viewer
}
