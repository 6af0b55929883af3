import { requireMay } from '@/lib/auth/viewer'
import { correctTranscript, withdrawCorrection } from '@/lib/corrections/commands'
import { correctionDraft } from '@/lib/corrections/correction'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { parseId, readJsonBody } from '@/lib/server/json-body'
import { answer, route } from '@/lib/auth/route'

type Context = RouteContext<'/api/interviews/[interviewId]/corrections/[correctionId]'>

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('transcript.correct')
  const { interviewId: parameter, correctionId } = await params
  const interviewId = idOfParameter(parameter)
  const draft = await readJsonBody(request, correctionDraft)
  await correctTranscript(viewer, { interviewId, correctionId: parseId(correctionId) }, draft)
  return answer({ corrected: true })
})

export const DELETE = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('transcript.correct')
  const { interviewId: parameter, correctionId } = await params
  const interviewId = idOfParameter(parameter)
  await withdrawCorrection(viewer, { interviewId, correctionId: parseId(correctionId) })
  return answer({ withdrawn: true })
})
