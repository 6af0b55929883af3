import 'server-only'
import type { Reader } from '../auth/viewer'
import type { InterviewId } from '../interviews/interview-id'
import { requireSeen } from '../interviews/seen'
import { findValidityOf } from './standing-validity'
import type { Validity } from './validity'

/** What stands, the overrides in the order of their time. Throws `interview_not_found`. */
export async function findValidity(reader: Reader, interviewId: InterviewId): Promise<Validity> {
  await requireSeen(reader, interviewId)
  const validityOf = await findValidityOf(reader, [interviewId])
  return validityOf(interviewId)
}
