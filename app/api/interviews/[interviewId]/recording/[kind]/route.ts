import { recordPlaying } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { DebriefError } from '@/lib/errors'
import { interviewOfParameter } from '@/lib/compare/alias'
import { findRecordingUrl } from '@/lib/recordings/queries'
import { isRecordingKind } from '@/lib/interviews/recording-kind'
import { refreshRecordingUrl } from '@/lib/recordings/refresh'
import { serveRecording } from '@/lib/recordings/serve'
import { route } from '@/lib/auth/route'

type Context = RouteContext<'/api/interviews/[interviewId]/recording/[kind]'>

export const GET = route(async (request: Request, { params }: Context) => {
  const viewer = await requireMay('recording.play')
  const { interviewId: parameter, kind } = await params
  const interviewId = interviewOfParameter(viewer, parameter)
  const url = isRecordingKind(kind) ? await findRecordingUrl(viewer, interviewId, kind) : null
  if (url === null || !isRecordingKind(kind)) throw new DebriefError('recording_not_found')

  if (request.method === 'GET') await recordPlaying(viewer, interviewId)
  return serveRecording(request, { url, refresh: () => refreshRecordingUrl(viewer, interviewId, kind) })
})

export const HEAD = GET
