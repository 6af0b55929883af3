import type { Candidate } from '@/lib/interviews/interview'

/** What to call a candidate: the name, else the email. */
export function candidateLabel({ name, email }: Candidate): string {
  return name ?? email ?? 'Unnamed candidate'
}
