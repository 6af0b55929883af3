import 'server-only'
import { cache } from 'react'
import type { Viewer } from '../auth/viewer'
import { DebriefError } from '../errors'
import { fetchMissingInterview } from './commands'
import type { Interview } from '../interviews/interview'
import { findInterview } from '../interviews/queries'
import type { InterviewId } from '../interviews/interview-id'

/** Like `findInterview`, but asks Ribbon once for what is not mirrored yet. Throws the `ribbon_…` codes when Ribbon can't say. */
export async function findOrFetchInterview(viewer: Viewer, id: InterviewId): Promise<Interview | null> {
  const mirrored = await findInterview(viewer, id)
  if (mirrored) return mirrored

  await fetchMissingInterview(viewer, id)
  return findInterview(viewer, id)
}

/** For a page, which says in its own place that Ribbon is the reason: the failure is a value. Asked once a request. */
export const readInterview = cache(
  async (viewer: Viewer, id: InterviewId): Promise<Interview | DebriefError | null> => {
    try {
      return await findOrFetchInterview(viewer, id)
    } catch (error) {
      if (error instanceof DebriefError && error.code.startsWith('ribbon_')) return error
      throw error
    }
  },
)
