import type { z } from 'zod'
import { DebriefError } from '../errors'
import { foreignId } from '../text/foreign-id'
import { unmarked } from './interview-url'

export const interviewId = foreignId.brand<'InterviewId'>()
export type InterviewId = z.infer<typeof interviewId>

/** The id that the parameter of an endpoint says: Next has decoded it. Throws `interview_not_found` for what no interview can be called. */
export function idOfParameter(parameter: string): InterviewId {
  const id = readId(parameter)
  if (!id) throw new DebriefError('interview_not_found')
  return id
}

/** The id that a page's parameter says, which Next leaves encoded; null for what no interview can be called. */
export function idOfPage(parameter: string): InterviewId | null {
  return readId(decodeURIComponent(parameter))
}

/** The same for a page's metadata, for which Next decodes it. */
export function idOfMetadata(parameter: string): InterviewId | null {
  return readId(parameter)
}

function readId(parameter: string): InterviewId | null {
  return interviewId.safeParse(unmarked(parameter)).data ?? null
}
