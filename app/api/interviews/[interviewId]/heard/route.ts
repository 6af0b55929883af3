import { requireMay } from '@/lib/auth/viewer'
import { recordListening } from '@/lib/listening/commands'
import { newSpans } from '@/lib/listening/new-spans'
import { listListened } from '@/lib/listening/queries'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { readJsonBody } from '@/lib/server/json-body'
import { answer, route } from '@/lib/auth/route'

type Context = RouteContext<'/api/interviews/[interviewId]/heard'>

export const GET = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('listening.record')
  return answer(await listListened(viewer, idOfParameter((await params).interviewId)))
})

export const POST = route(async (request, { params }: Context) => {
  const viewer = await requireMay('listening.record')
  const { spans } = await readJsonBody(request, newSpans)
  return answer(await recordListening(viewer, idOfParameter((await params).interviewId), spans))
})
