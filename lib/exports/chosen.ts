import 'server-only'
import { z } from 'zod'
import { EVERYTHING, type InterviewFilter } from '../interviews/list/filter'
import { requireInterviewFilter } from '../interviews/list/required-filter'
import { interviewId } from '../interviews/interview-id'
import { LISTING_BYTES, readJsonBody } from '../server/json-body'

/** As many as can be ticked in a list: more ids than an address holds. */
export const MOST_CHOSEN = 500

const choice = z.strictObject({
  interviewIds: z.array(interviewId).min(1).max(MOST_CHOSEN, `At most ${MOST_CHOSEN} at once.`),
})

/**
 * The interviews that the body of a request names, in the order of the list that its address names: whatever else narrows that
 * list, they were ticked in it. Throws as `readJsonBody` does.
 */
export async function requireChosen(request: Request): Promise<InterviewFilter> {
  const { sort } = requireInterviewFilter(new URL(request.url).searchParams)
  const { interviewIds } = await readJsonBody(request, choice, LISTING_BYTES)
  return { ...EVERYTHING, sort, id: interviewIds }
}
