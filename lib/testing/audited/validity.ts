import { expect } from 'vitest'
import { invalidateInterview, overrideScore, withdrawInvalidation, withdrawOverride } from '../../validity/commands'
import type { AuditedCases } from './audited-case'

export const VALIDITY: AuditedCases = {
  invalidateInterview: {
    does: ({ silentId, viewer }) => invalidateInterview(viewer, silentId, { cause: 'other_speaker', reason: 'Sharp' }),
    tells: ({ silentId }) => [
      { code: 'interview.invalidated', about: silentId, payload: { invalidationId: expect.any(String) } },
    ],
  },
  'invalidateInterview, as it is already': {
    does: ({ silentId, viewer }) =>
      invalidateInterview(viewer, silentId, { cause: 'technical_failure', reason: 'Strong' }),
    tells: () => [],
  },
  withdrawInvalidation: {
    does: ({ silentId, viewer }) => withdrawInvalidation(viewer, silentId),
    tells: ({ silentId }) => [
      { code: 'interview.validated', about: silentId, payload: { invalidationId: expect.any(String) } },
    ],
  },
  overrideScore: {
    does: ({ interviewId, viewer }) => overrideScore(viewer, { interviewId, score: 'skills' }, { reason: 'Sharp' }),
    tells: ({ interviewId }) => [
      { code: 'score.overridden', about: interviewId, payload: { overrideId: expect.any(String) } },
    ],
  },
  'overrideScore, with the same words': {
    does: ({ interviewId, viewer }) => overrideScore(viewer, { interviewId, score: 'skills' }, { reason: 'Strong' }),
    tells: () => [],
  },
  withdrawOverride: {
    does: ({ interviewId, viewer }) => withdrawOverride(viewer, { interviewId, score: 'skills' }),
    tells: ({ interviewId }) => [
      { code: 'score.override_withdrawn', about: interviewId, payload: { overrideId: expect.any(String) } },
    ],
  },
}
