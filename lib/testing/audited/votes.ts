import { whoMay } from '../../db/testing/fixtures'
import { castVote, revealInterview, withdrawVote } from '../../votes/commands'
import { byAdmin, type AuditedCases } from './audited-case'

export const VOTES: AuditedCases = {
  castVote: {
    does: ({ interviewId, viewer }) => castVote(viewer, interviewId, { vote: 'hire', reason: 'Strong' }),
    tells: ({ interviewId }) => [{ code: 'vote.cast', about: interviewId, payload: {} }],
  },
  withdrawVote: {
    does: ({ interviewId, voter }) => withdrawVote(voter, interviewId),
    tells: ({ interviewId }) => [{ code: 'vote.withdrawn', about: interviewId, payload: {} }],
    by: ({ voter }) => ({ actorKind: 'member', actorId: voter.memberId }),
  },
  revealInterview: {
    does: ({ blindId, admin }) => revealInterview(whoMay(admin, 'interview.reveal'), blindId),
    tells: ({ blindId }) => [{ code: 'interview.revealed', about: blindId, payload: {} }],
    by: byAdmin,
  },
}
