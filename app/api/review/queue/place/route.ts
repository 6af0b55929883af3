import { z } from 'zod'
import { recordViewing } from '@/lib/audit/commands'
import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { interviewId } from '@/lib/interviews/interview-id'
import { keepPlaceInQueue } from '@/lib/queue/commands'
import { readJsonBody } from '@/lib/server/json-body'

/** `isPlace`: it waits, and is no one that was only come back to. */
const opened = z.strictObject({ interviewId, isPlace: z.boolean().default(true) })

export const PUT = route(async (request) => {
  const viewer = await requireMay('interview.read')
  const body = await readJsonBody(request, opened)
  await keepPlaceInQueue(viewer, body.interviewId, body.isPlace)
  // What was loaded ahead is shown without being asked for again.
  await recordViewing(viewer, body.interviewId)
  return answer({ kept: true })
})
