import type { Role } from '../lib/auth/permissions'
import type { SampleDecision } from './sample-decision'
import {
  AMARA,
  CALLUM,
  CALLUM_STOCKER,
  EARL,
  FARIDA,
  JAXON,
  LAYLA,
  LUDEK,
  MARLENE,
  RENSKE,
  RUPERT,
  TOBIAS,
} from './sample-people'

/** The members' ids, and the day of the calendar that comes in so many. */
type Context = { memberIds: Record<Role, string>; dayIn: (days: number) => string }

/** What waits for each of the sample members: some of it soon, some overdue, and what a colleague has asked for. */
export function sampleAssignments({ memberIds, dayIn }: Context): SampleDecision[] {
  const assigned = (interviewId: string, to: Role, days: number | null): SampleDecision => {
    const dueOn = days === null ? null : dayIn(days)
    const body = { interviewIds: [interviewId], memberIds: [memberIds[to]], dueOn }
    const send = { method: 'POST', path: '/api/assignments', body } as const
    return { interviewId, by: 'recruiter', send, told: ['interview.assigned', interviewId] }
  }
  const asked = (interviewId: string, [by, to]: [Role, Role], days: number, message: string): SampleDecision => {
    const body = { memberId: memberIds[to], message, dueOn: dayIn(days) }
    const send = { method: 'POST', path: `/api/interviews/${interviewId}/asks`, body } as const
    return { interviewId, by, send, told: ['interview.asked', interviewId] }
  }
  return [
    ...[assigned(JAXON, 'admin', -2), assigned(MARLENE, 'admin', 2), assigned(EARL, 'admin', 2)],
    ...[assigned(CALLUM_STOCKER, 'admin', 2), assigned(RENSKE, 'admin', 5), assigned(AMARA, 'admin', 5)],
    ...[assigned(CALLUM, 'recruiter', 3), assigned(RUPERT, 'recruiter', 5), assigned(AMARA, 'recruiter', 5)],
    ...[assigned(LAYLA, 'recruiter', -1), assigned(LUDEK, 'recruiter', null)],
    ...[assigned(JAXON, 'reviewer', -2), assigned(LAYLA, 'reviewer', 2), assigned(CALLUM_STOCKER, 'reviewer', 2)],
    ...[assigned(AMARA, 'reviewer', 5), assigned(LUDEK, 'reviewer', 5)],
    asked(FARIDA, ['admin', 'reviewer'], 1, 'You know hospital laundries. Could you listen before our meeting?'),
    asked(FARIDA, ['reviewer', 'recruiter'], 3, 'Please hear what she says about the handover.'),
    asked(TOBIAS, ['recruiter', 'admin'], 1, 'Please look at the migration before Friday’s round.'),
  ]
}
