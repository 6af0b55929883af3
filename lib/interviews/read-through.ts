import 'server-only'
import type { Viewer } from '../auth/viewer'
import { fetchMissingInterview } from '../mirror/commands'
import type { Interview } from './interview'
import { findInterview } from './queries'

/** Like `findInterview`, but asks Ribbon once for what is not mirrored yet. Throws the `ribbon_…` codes when Ribbon can't say. */
export async function findOrFetchInterview(viewer: Viewer, id: string): Promise<Interview | null> {
  const mirrored = await findInterview(viewer, id)
  if (mirrored) return mirrored

  await fetchMissingInterview(viewer, id)
  return findInterview(viewer, id)
}
