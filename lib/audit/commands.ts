import 'server-only'
import type { Viewer } from '../auth/viewer'
import { pseudonymOf } from '../db/encrypt'
import { env } from '../env'
import type { AuditEvent } from './event'
import { noteRead } from './reads'

type InterviewId = Extract<AuditEvent, { code: 'interview.viewed' }>['about']

/** Of an interview that was found for this viewer. */
export async function recordViewing(viewer: Viewer, interviewId: InterviewId): Promise<void> {
  await noteRead(viewer, { code: 'interview.viewed', about: interviewId, payload: {} }, interviewId)
}

/** Of a recording that was found for them, whatever part of it is asked for. */
export async function recordPlaying(viewer: Viewer, interviewId: InterviewId): Promise<void> {
  await noteRead(viewer, { code: 'recording.played', about: interviewId, payload: {} }, interviewId)
}

/** By a pseudonym: the log shows that somebody searched for the same again, and never for what. Nothing where nothing was searched for. */
export async function recordSearch(viewer: Viewer, query: string): Promise<void> {
  const words = [...new Set(query.toLowerCase().split(/\s+/))].filter(Boolean).toSorted().join(' ')
  if (words === '') return
  const pseudonym = pseudonymOf(`search ${words}`, env().NEXTAUTH_SECRET)
  await noteRead(viewer, { code: 'searched', about: null, payload: { words: pseudonym } }, pseudonym)
}
