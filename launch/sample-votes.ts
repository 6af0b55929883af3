import type { Role } from '../lib/auth/permissions'
import type { Vote } from '../lib/interviews/vote'
import type { SampleDecision } from './sample-decision'
import { CALLUM, EARL, INGRID, KYLE, MARLENE, RENSKE, RUPERT, TOBIAS, TYLER, WENDELL } from './sample-people'

/** Of the sample flows the one that hides everything until one has voted: Backend engineer. */
export const BLIND_FLOW = '51e8f0b3'

/** What the sample members think: some agree, some are split, and in the blind flow nobody has voted on everything. */
export const SAMPLE_VOTES: SampleDecision[] = [
  vote(INGRID, 'admin', 'strong_hire', 'Owned the accident and turned it into a rule with a number.'),
  vote(INGRID, 'recruiter', 'hire', 'Wants a fixed night pattern. We can offer that from spring.'),
  vote(INGRID, 'reviewer', 'strong_hire', 'Looks for illness before she assumes drink.'),
  vote(WENDELL, 'recruiter', 'hire', 'Answers in decisions, and credits who had the idea.'),
  vote(WENDELL, 'reviewer', 'hire', 'Sorted by need when the belt tore.'),
  vote(KYLE, 'admin', 'strong_no_hire', 'No breaks until the truck is shelved.'),
  vote(KYLE, 'recruiter', 'hire', 'Corrected his own figure when he was asked.'),
  vote(KYLE, 'reviewer', 'no_hire', 'Put a colleague’s rate on a board for everybody.'),
  vote(CALLUM, 'admin', 'hire', 'Cleared the hall on an alarm that everybody thought false.'),
  vote(CALLUM, 'reviewer', 'no_hire', 'Waited three days to speak about a dangerous habit.'),
  vote(MARLENE, 'recruiter', 'strong_hire', 'Weight before looks, temperature before the display.'),
  vote(EARL, 'reviewer', 'no_hire', 'Twenty kilos are more than his doctor allows. Receiving would suit him.'),
  vote(TYLER, 'admin', 'no_hire', 'Too little said to know.'),
  vote(RENSKE, 'recruiter', 'strong_hire', 'Locks the row, and shows when she would not.'),
  vote(RENSKE, 'reviewer', 'hire', 'Learned from the backfill.'),
  vote(RUPERT, 'admin', 'no_hire', 'A colleague handled the outage while he slept.'),
  vote(RUPERT, 'reviewer', 'hire', 'Reasons his way from a weak answer to a sound one.'),
  vote(TOBIAS, 'recruiter', 'no_hire', 'The migration he describes had no way back.'),
]

function vote(interviewId: string, by: Role, cast: Vote, reason: string): SampleDecision {
  const path = `/api/interviews/${interviewId}/vote`
  return {
    interviewId,
    by,
    send: { method: 'PUT', path, body: { vote: cast, reason } },
    told: ['vote.cast', interviewId],
  }
}
