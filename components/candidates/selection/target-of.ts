import type { InterviewRow } from '@/lib/interviews/interview'
import type { ShownStatus } from '../../status/shown-status'
import type { StatusTarget } from '../../status/status-panel'
import { candidateLabel } from '../identity/candidate-label'

export function targetOf({ id, candidate }: InterviewRow, { status, version }: ShownStatus): StatusTarget {
  return { id, called: candidateLabel(candidate), version, status }
}
