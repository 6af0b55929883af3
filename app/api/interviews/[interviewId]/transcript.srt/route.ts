import { requireMay } from '@/lib/auth/viewer'
import { downloadTranscript } from '@/lib/exports/commands'
import { answerFile } from '@/lib/exports/file-answer'
import { transcriptFileName } from '@/lib/exports/file-name'
import { findReadTranscript } from '@/lib/exports/queries'
import { srtOf } from '@/lib/exports/srt'
import { subtitlesOf } from '@/lib/exports/subtitles'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { route } from '@/lib/auth/route'
import { requireNoOtherSite } from '@/lib/server/origin'

type Context = RouteContext<'/api/interviews/[interviewId]/transcript.srt'>

export const GET = route(async (request, { params }: Context) => {
  requireNoOtherSite(request)
  const viewer = await requireMay('interview.read')
  const interviewId = idOfParameter((await params).interviewId)
  const transcript =
    request.method === 'GET'
      ? await downloadTranscript(viewer, interviewId, 'srt')
      : await findReadTranscript(viewer, interviewId)
  const file = { name: transcriptFileName(transcript.candidate, 'srt'), type: 'application/x-subrip' }
  return answerFile(srtOf(subtitlesOf(transcript)), file)
})
