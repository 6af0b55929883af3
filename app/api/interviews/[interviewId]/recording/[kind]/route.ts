import { recordPlaying } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { DebriefError } from '@/lib/errors'
import { interviewOfParameter } from '@/lib/compare/alias'
import { isRecordingKind } from '@/lib/interviews/recording-kind'
import { findSource } from '@/lib/recordings/find-source'
import { serveRecording } from '@/lib/recordings/serve'
import { route } from '@/lib/auth/route'

type Context = RouteContext<'/api/interviews/[interviewId]/recording/[kind]'>

export const GET = route(async (request: Request, { params }: Context) => {
  const viewer = await requireMay('recording.play')
  const { interviewId: parameter, kind } = await params
  const interviewId = interviewOfParameter(viewer, parameter)
  const source = isRecordingKind(kind) ? await findSource(viewer, interviewId, kind) : null
  if (source === null) throw new DebriefError('recording_not_found')

  await recordPlaying(viewer, interviewId)
  return serveRecording(request, source)
})

export const HEAD = GET
