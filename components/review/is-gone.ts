import { RequestFailed } from '../fetch-json'

/** Whether an interview is gone for its reader, after the latest answer: an error that says nothing of it changes nothing. */
export function isGone(wasGone: boolean, error: unknown): boolean {
  if (error instanceof RequestFailed && error.code === 'interview_not_found') return true
  return wasGone && error !== undefined
}
