import type { InterviewId } from '../../interviews/interview-id'
import type { AuditCode } from '../event'

/** What of the log is asked for: by or about a member, about an interview, of these codes. Nothing of it narrows nothing. */
export type LogFilter = {
  member: string | null
  interview: InterviewId | null
  codes: AuditCode[]
  cursor: string | null
}

/** As the address of a page and of the API has it, without the cursor. */
export function logSearch({ member, interview, codes }: Omit<LogFilter, 'cursor'>): string {
  const search = new URLSearchParams()
  if (member !== null) search.set('member', member)
  if (interview !== null) search.set('interview', interview)
  for (const code of codes) search.append('code', code)
  return search.toString()
}
