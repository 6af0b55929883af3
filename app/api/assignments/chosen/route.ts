import { chosen } from '@/lib/assignments/assignment'
import { findChosenAssignments } from '@/lib/assignments/queries'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { LISTING_BYTES, readJsonBody } from '@/lib/server/json-body'

/** Only asks, but of more ids than an address holds. */
export const POST = route(async (request) => {
  const viewer = await requireMay('assignment.manage')
  const { interviewIds } = await readJsonBody(request, chosen, LISTING_BYTES)
  return answer(await findChosenAssignments(viewer, interviewIds))
})
