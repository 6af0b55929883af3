import 'server-only'
import type { Viewer } from '../auth/viewer'
import { pseudonymOf } from '../db/encrypt'
import { env } from '../env'
import type { AuditEvent } from './event'
import { noteRead } from './reads'

type InterviewId = Extract<AuditEvent, { code: 'interview.viewed' }>['about']

/** Of an interview that was found for this viewer. */
export async function recordViewing(viewer: Viewer, interviewId: InterviewId): Promise<void> {
  await noteRead(viewer, { code: 'interview.viewed', about: interviewId, payload: {} }, { subject: interviewId })
}

/** Of one that was sent before anybody went to it: `recordViewing` follows once it is shown. */
export async function recordLoadingAhead(viewer: Viewer, interviewId: InterviewId): Promise<void> {
  await noteRead(viewer, { code: 'interview.loaded_ahead', about: interviewId, payload: {} }, { subject: interviewId })
}

/** Of a recording that was found for them, whatever part of it is asked for. */
export async function recordPlaying(viewer: Viewer, interviewId: InterviewId): Promise<void> {
  await noteRead(viewer, { code: 'recording.played', about: interviewId, payload: {} }, { subject: interviewId })
}

/**
 * By a pseudonym: the log shows that somebody searched for the same again, and never for what. Nothing where nothing was searched
 * for, and of what was typed without a pause the whole alone.
 */
export async function recordSearch(viewer: Viewer, query: string): Promise<void> {
  const typed = query.toLowerCase().trim()
  const words = [...new Set(typed.split(/\s+/))].filter(Boolean).toSorted().join(' ')
  if (words === '') return
  const pseudonym = pseudonymOf(`search ${words}`, env().NEXTAUTH_SECRET)
  await noteRead(
    viewer,
    { code: 'searched', about: null, payload: { words: pseudonym } },
    { subject: pseudonym, typed },
  )
}
