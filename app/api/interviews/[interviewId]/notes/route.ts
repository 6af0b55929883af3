import { recordViewing } from '@/lib/audit/commands'
import { requireMay } from '@/lib/auth/viewer'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { listNotes } from '@/lib/notes/queries'
import { answer, route } from '@/lib/auth/route'

export const GET = route(async (_request, { params }: RouteContext<'/api/interviews/[interviewId]/notes'>) => {
  const viewer = await requireMay('interview.read')
  const interviewId = idOfParameter((await params).interviewId)
  const notes = await listNotes(viewer, interviewId)
  await recordViewing(viewer, interviewId)
  return answer(notes)
})
