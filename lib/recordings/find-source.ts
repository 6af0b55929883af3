import 'server-only'
import { requireStill } from '../auth/still'
import type { May } from '../auth/viewer'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import type { RecordingKind } from '../interviews/recording-kind'
import { findRecordingUrl } from './queries'
import { refreshRecordingUrl } from './refresh'
import type { Source } from './source'
import type { Allowed } from './while-allowed'

/** Of what its reader sees, and for as long as they do. Null as `findRecordingUrl` is. */
export async function findSource(
  viewer: May<'recording.play'>,
  interviewId: InterviewId,
  kind: RecordingKind,
): Promise<(Source & Allowed) | null> {
  const url = await findRecordingUrl(viewer, interviewId, kind)
  if (url === null) return null
  return {
    url,
    refresh: () => refreshRecordingUrl(viewer, interviewId, kind),
    requireStill: async () => {
      const reader = await requireStill(viewer, 'recording.play')
      if ((await findRecordingUrl(reader, interviewId, kind)) === null) throw new DebriefError('recording_not_found')
    },
  }
}
