import type { Candidate, InterviewRow } from '@/lib/interviews/interview'
import { legible } from '@/lib/text/legible'

/** What to call a candidate: the name, else the email. */
export function candidateLabel({ name, email }: Candidate): string {
  return legible(name) ?? legible(email) ?? 'Unnamed candidate'
}

/** What to call a team: its name, else its id, which is all that is known of one without. */
export function teamLabel({ id, name }: InterviewRow['team']): string | null {
  return legible(name) ?? id
}

/** What to call a flow: its title, else its id, which is all that is known of one without; where `id` is null there is none. */
export function flowLabel({ id, title }: InterviewRow['flow']): string {
  if (id === null) return 'Without a flow'
  return title === null ? 'Flow no longer in Ribbon' : (legible(title) ?? id)
}
