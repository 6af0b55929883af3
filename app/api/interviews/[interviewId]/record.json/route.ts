import { requireMay } from '@/lib/auth/viewer'
import { DebriefError } from '@/lib/errors'
import { exportInterview } from '@/lib/exports/commands'
import { answerFile, headOfFile } from '@/lib/exports/file-answer'
import { recordFileName } from '@/lib/exports/file-name'
import type { Interview } from '@/lib/interviews/interview'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { findInterview } from '@/lib/interviews/queries'
import { route } from '@/lib/auth/route'
import { requireNoOtherSite } from '@/lib/server/origin'

type Context = RouteContext<'/api/interviews/[interviewId]/record.json'>

export const GET = route(async (request, { params }: Context) => {
  requireNoOtherSite(request)
  const viewer = await requireMay('export.create')
  const record = await exportInterview(viewer, idOfParameter((await params).interviewId))
  return answerFile(`${JSON.stringify(record, null, 2)}\n`, fileOf(record.interview))
})

export const HEAD = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('export.create')
  const interview = await findInterview(viewer, idOfParameter((await params).interviewId))
  if (!interview) throw new DebriefError('interview_not_found')
  return headOfFile(fileOf(interview))
})

const fileOf = ({ candidate }: Interview) => ({ name: recordFileName(candidate.name), type: 'application/json' })
