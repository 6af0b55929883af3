import 'server-only'
import type { Viewer } from '../auth/viewer'
import { DebriefError } from '../errors'
import { mayAskRibbon } from '../mirror/budget'
import { mirrorInterview } from '../mirror/mirror'
import { findRecordingUrl } from './queries'
import type { RecordingKind } from '../interviews/recording-kind'
import type { InterviewId } from '../interviews/interview-id'

const INTERVAL_MS = 30_000

type Refresh = { at: number; done: Promise<void> }

// Next loads a module several times in one process; a player that insists must not make us ask Ribbon again and again.
const shared = globalThis as typeof globalThis & { debriefRefreshes?: Map<string, Refresh> }

/**
 * The recording's address after fetching the interview again, at most once in 30 s. Throws what `mirrorInterview` throws, and
 * `recording_unreachable` beyond the reader's budget.
 */
export async function refreshRecordingUrl(
  viewer: Viewer,
  interviewId: InterviewId,
  kind: RecordingKind,
): Promise<string | null> {
  await refreshOnce(viewer, interviewId)
  return findRecordingUrl(viewer, interviewId, kind)
}

async function refreshOnce(viewer: Viewer, interviewId: InterviewId): Promise<void> {
  const refreshes = (shared.debriefRefreshes ??= new Map())
  const now = performance.now()
  for (const [id, { at }] of refreshes) if (now - at >= INTERVAL_MS) refreshes.delete(id)

  const last = refreshes.get(interviewId)
  if (last) return last.done
  if (!mayAskRibbon(viewer)) throw new DebriefError('recording_unreachable')
  const done = mirrorInterview(interviewId)
  refreshes.set(interviewId, { at: now, done })
  return done
}
