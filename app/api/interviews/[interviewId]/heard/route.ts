import { requireMay } from '@/lib/auth/viewer'
import { recordHeard } from '@/lib/hearings/commands'
import { heardSpans } from '@/lib/hearings/heard-spans'
import { listHeard } from '@/lib/hearings/queries'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'
import { answer, route } from '@/lib/auth/route'

type Context = RouteContext<'/api/interviews/[interviewId]/heard'>

export const GET = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('hearing.record')
  return answer(await listHeard(viewer, idOfParameter((await params).interviewId)))
})

export const POST = route(async (request, { params }: Context) => {
  const viewer = await requireMay('hearing.record')
  const { spans } = await readJsonBody(request, heardSpans)
  return answer(await recordHeard(viewer, idOfParameter((await params).interviewId), spans))
})
