import { recordLoadingAhead, recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { DebriefError } from '@/lib/errors'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { findWords } from '@/lib/interviews/queries'
import { isAhead } from '@/lib/server/page-request'
import { TRANSCRIPT_VERSION_HEADER } from '@/lib/transcript/version-header'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async (request, { params }: RouteContext<'/api/interviews/[interviewId]/words'>) => {
  const viewer = await requireMay('interview.read')
  const interviewId = idOfParameter((await params).interviewId)
  const found = await findWords(viewer, interviewId)
  if (!found) throw new DebriefError('interview_not_found')
  await (isAhead(request.headers) ? recordLoadingAhead : recordViewing)(viewer, interviewId)
  return answer(found.words, { [TRANSCRIPT_VERSION_HEADER]: found.version })
})
