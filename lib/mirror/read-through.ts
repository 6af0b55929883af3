import 'server-only'
import { cache } from 'react'
import type { Viewer } from '../auth/viewer'
import { DebriefError } from '../errors'
import { fetchMissingInterview } from './commands'
import { noneAtFixedTime } from './fixed-time'
import type { Interview } from '../interviews/interview'
import { findInterview } from '../interviews/queries'
import type { InterviewId } from '../interviews/interview-id'
import { findReview, type Review } from '../review/queries'

/** Like `findInterview`, but asks Ribbon once for what is not mirrored yet. Throws the `ribbon_…` codes when Ribbon can't say. */
export function findOrFetchInterview(viewer: Viewer, id: InterviewId): Promise<Interview | null> {
  return findOrFetch(findInterview, viewer, { id })
}

/**
 * For a page, which says in its own place that Ribbon is the reason: the failure is a value. Asked once a request; the turn to draw
 * is left to others before Ribbon is waited for.
 */
export const readReview = cache(
  async (viewer: Viewer, id: InterviewId, leaveTurn: () => void): Promise<Review | DebriefError | null> => {
    try {
      return await findOrFetch(findReview, viewer, { id, beforeWaiting: leaveTurn })
    } catch (error) {
      if (error instanceof DebriefError && error.code.startsWith('ribbon_')) return error
      throw error
    }
  },
)

type Find<T> = (viewer: Viewer, id: InterviewId) => Promise<T | null>
type Wanted = { id: InterviewId; beforeWaiting?: () => void }

/** Whoever does not see everything is told at a fixed time that there is none: Ribbon takes longer to say what is there than that nothing is. */
async function findOrFetch<T>(find: Find<T>, viewer: Viewer, { id, beforeWaiting }: Wanted): Promise<T | null> {
  const began = performance.now()
  const mirrored = await find(viewer, id)
  if (mirrored) return mirrored

  beforeWaiting?.()
  const fetched = fetchMissingInterview(viewer, id).then(() => find(viewer, id))
  return viewer.scope === 'all' ? fetched : noneAtFixedTime(fetched, began)
}
