import { invalidateInterview, overrideScore, withdrawInvalidation, withdrawOverride } from '../../validity/commands'
import { findValidity } from '../../validity/queries'
import type { StrangerCases } from './stranger-case'

export const VALIDITY: StrangerCases = {
  aboutOne: {
    findValidity,
    invalidateInterview: (of, id) => invalidateInterview(of, id, { cause: 'other_speaker', reason: null }),
    withdrawInvalidation,
    overrideScore: (of, interviewId) => overrideScore(of, { interviewId, score: 'skills' }, { reason: 'She ran it' }),
    withdrawOverride: (of, interviewId) => withdrawOverride(of, { interviewId, score: 'skills' }),
  },
}
