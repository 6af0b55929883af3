import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { interviewOfParameter } from '@/lib/compare/alias'
import { giveRating, withdrawRating } from '@/lib/compare/commands'
import { keyOfParameter } from '@/lib/compare/key'
import { ratingDraft, readKnownRating } from '@/lib/compare/rating-draft'
import { readJsonBody } from '@/lib/server/json-body'

type Context = RouteContext<'/api/interviews/[interviewId]/ratings/[questionKey]'>

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('rating.give')
  const { interviewId, questionKey } = await params
  const ref = { interviewId: interviewOfParameter(viewer, interviewId), key: keyOfParameter(questionKey) }
  return answer(await giveRating(viewer, ref, await readJsonBody(request, ratingDraft)))
})

export const DELETE = route(async (request, { params }: Context) => {
  const viewer = await requireMay('rating.give')
  const { interviewId, questionKey } = await params
  const ref = { interviewId: interviewOfParameter(viewer, interviewId), key: keyOfParameter(questionKey) }
  await withdrawRating(viewer, ref, readKnownRating(new URL(request.url).searchParams))
  return answer({ withdrawn: true })
})
