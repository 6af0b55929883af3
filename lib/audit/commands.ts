import 'server-only'
import type { Viewer } from '../auth/viewer'
import { pseudonymOf } from '../db/encrypt'
import { env } from '../env'
import { isHeadRequest } from '../server/head-request'
import type { AuditEvent } from './event'
import { noteReads, type Looked } from './reads'

type InterviewId = Extract<AuditEvent, { code: 'interview.viewed' }>['about']

/**
 * Of interviews that were found for this viewer, and of which they are sent what was said, written or judged: what a list says of
 * each is not yet that.
 */
export async function recordViewing(viewer: Viewer, ...interviewIds: InterviewId[]): Promise<void> {
  await note(
    viewer,
    interviewIds.map((about) => lookedAt('interview.viewed', about)),
  )
}

/** Of one that was sent before anybody went to it: `recordViewing` follows once it is shown. */
export async function recordLoadingAhead(viewer: Viewer, interviewId: InterviewId): Promise<void> {
  await note(viewer, [lookedAt('interview.loaded_ahead', interviewId)])
}

/** Of a recording that was found for them, whatever part of it is asked for. */
export async function recordPlaying(viewer: Viewer, interviewId: InterviewId): Promise<void> {
  await note(viewer, [lookedAt('recording.played', interviewId)])
}

/** Nobody is shown anything by the head of an answer. */
async function note(viewer: Viewer, looked: Looked[]): Promise<void> {
  if (!(await isHeadRequest())) await noteReads(viewer, looked)
}

type LookCode = 'interview.viewed' | 'interview.loaded_ahead' | 'recording.played'

function lookedAt(code: LookCode, about: InterviewId) {
  return { event: { code, about, payload: {} }, subject: about }
}

/**
 * By a pseudonym: the log shows that somebody searched for the same again, and never for what. Nothing where nothing was searched
 * for. Whoever searches has been shown what was found, so that each search is told but the beginnings of a word that was typed on
 * within two seconds: `an` on the way to `anna` is not, `anna` before `anna x` is.
 */
export async function recordSearch(viewer: Viewer, query: string): Promise<void> {
  const typed = query.toLowerCase().trim()
  const words = [...new Set(typed.split(/\s+/))].filter(Boolean).toSorted().join(' ')
  if (words === '') return
  const pseudonym = pseudonymOf(`search ${words}`, env().NEXTAUTH_SECRET)
  const event = { code: 'searched' as const, about: null, payload: { words: pseudonym } }
  await note(viewer, [{ event, subject: pseudonym, typed }])
}
