import type { Role } from '../lib/auth/permissions'
import type { ScoreName } from '../lib/assessment/scores'
import type { InvalidCause } from '../lib/interviews/interview'
import type { Status } from '../lib/interviews/status'
import type { SampleDecision } from './sample-decision'
import { CALLUM, EARL, INGRID, KYLE, LAYLA, MARLENE, RENSKE, TYLER, WENDELL } from './sample-people'

/** How far the team is with whom, which interview says nothing, and which score is held to be wrong. */
export const SAMPLE_STATUSES: SampleDecision[] = [
  status(INGRID, 'recruiter', 'shortlisted', null),
  status(WENDELL, 'recruiter', 'in_review', null),
  status(CALLUM, 'admin', 'on_hold', 'Until the course for supervisors in January.'),
  status(KYLE, 'admin', 'declined', 'Does not have what the role needs: the crew goes without breaks.'),
  status(MARLENE, 'recruiter', 'advanced', 'Trial shift on the produce dock.'),
  status(EARL, 'recruiter', 'declined', 'Others fit the role better: we told him of the opening in receiving.'),
  status(LAYLA, 'recruiter', 'in_review', null),
  status(RENSKE, 'recruiter', 'shortlisted', null),
  invalid(
    TYLER,
    'recruiter',
    'too_little_said',
    'One or two words to each question. We invite him to a visit instead.',
  ),
  override(CALLUM, 'recruiter', 'skills', 'Fourteen months of leading six people at night count as supervising.'),
]

function status(interviewId: string, by: Role, set: Status, reason: string | null): SampleDecision {
  const path = `/api/interviews/${interviewId}/status`
  return {
    interviewId,
    by,
    send: { method: 'PUT', path, body: { status: set, reason } },
    told: ['status.set', interviewId],
  }
}

function invalid(interviewId: string, by: Role, cause: InvalidCause, reason: string): SampleDecision {
  const path = `/api/interviews/${interviewId}/invalid`
  return {
    interviewId,
    by,
    send: { method: 'PUT', path, body: { cause, reason } },
    told: ['interview.invalidated', interviewId],
  }
}

function override(interviewId: string, by: Role, score: ScoreName, reason: string): SampleDecision {
  const path = `/api/interviews/${interviewId}/overrides/${score}`
  return { interviewId, by, send: { method: 'PUT', path, body: { reason } }, told: ['score.overridden', interviewId] }
}
