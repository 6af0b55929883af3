import { isClosedToVotes, type InterviewRow } from '@/lib/interviews/interview'
import type { ShownStatus } from '../../status/shown-status'
import type { StatusTarget } from '../../status/status-panel'
import { candidateLabel } from '../identity/candidate-label'

export function targetOf(row: InterviewRow, { status, version }: ShownStatus): StatusTarget {
  return { id: row.id, called: candidateLabel(row.candidate), version, status, isClosed: isClosedToVotes(row) }
}
