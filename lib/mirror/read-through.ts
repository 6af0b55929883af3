import 'server-only'
import { cache } from 'react'
import type { Viewer } from '../auth/viewer'
import { DebriefError } from '../errors'
import { fetchMissingInterview } from './commands'
import type { Interview } from '../interviews/interview'
import { findInterview } from '../interviews/queries'
import type { InterviewId } from '../interviews/interview-id'
import { findReview, type Review } from '../review/queries'

/** Like `findInterview`, but asks Ribbon once for what is not mirrored yet. Throws the `ribbon_…` codes when Ribbon can't say. */
export function findOrFetchInterview(viewer: Viewer, id: InterviewId): Promise<Interview | null> {
  return findOrFetch(findInterview, viewer, id)
}

/** For a page, which says in its own place that Ribbon is the reason: the failure is a value. Asked once a request. */
export const readReview = cache(async (viewer: Viewer, id: InterviewId): Promise<Review | DebriefError | null> => {
  try {
    return await findOrFetch(findReview, viewer, id)
  } catch (error) {
    if (error instanceof DebriefError && error.code.startsWith('ribbon_')) return error
    throw error
  }
})

type Find<T> = (viewer: Viewer, id: InterviewId) => Promise<T | null>

async function findOrFetch<T>(find: Find<T>, viewer: Viewer, id: InterviewId): Promise<T | null> {
  const mirrored = await find(viewer, id)
  if (mirrored) return mirrored

  await fetchMissingInterview(viewer, id)
  return find(viewer, id)
}
