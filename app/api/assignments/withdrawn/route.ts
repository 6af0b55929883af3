import { withdrawing } from '@/lib/assignments/assignment'
import { withdrawAssignments } from '@/lib/assignments/commands'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { LISTING_BYTES, readJsonBody } from '@/lib/server/json-body'

export const POST = route(async (request) => {
  const viewer = await requireMay('review.ask')
  const { assignmentIds, redated } = await readJsonBody(request, withdrawing, LISTING_BYTES)
  return answer({ withdrawn: await withdrawAssignments(viewer, assignmentIds, redated) })
})
