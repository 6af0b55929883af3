import 'server-only'
import type { Viewer } from '../auth/viewer'
import { mirrorInterview } from '../mirror/mirror'
import { findRecordingUrl } from './queries'
import type { RecordingKind } from '../interviews/recording-kind'
import type { InterviewId } from '../interviews/interview-id'

const INTERVAL_MS = 30_000
const MOST_REMEMBERED = 1_000

type Refresh = { at: number; done: Promise<void> }

// Next loads a module several times in one process; a player that insists must not make us ask Ribbon again and again.
const shared = globalThis as typeof globalThis & { debriefRefreshes?: Map<string, Refresh> }

/** The recording's address after fetching the interview again, at most once in 30 s. Throws what `mirrorInterview` throws. */
export async function refreshRecordingUrl(
  viewer: Viewer,
  interviewId: InterviewId,
  kind: RecordingKind,
): Promise<string | null> {
  await refreshOnce(interviewId, performance.now())
  return findRecordingUrl(viewer, interviewId, kind)
}

function refreshOnce(interviewId: InterviewId, now: number): Promise<void> {
  shared.debriefRefreshes ??= new Map()
  const refreshes = shared.debriefRefreshes
  const last = refreshes.get(interviewId)
  if (last && now - last.at < INTERVAL_MS) return last.done

  if (refreshes.size >= MOST_REMEMBERED) refreshes.clear()
  const done = mirrorInterview(interviewId)
  refreshes.set(interviewId, { at: now, done })
  return done
}
