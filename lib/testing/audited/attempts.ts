import { linkAttempts, unlinkAttempt } from '../../attempts/commands'
import { whoMay } from '../../db/testing/fixtures'
import type { AuditedCases } from './audited-case'

export const ATTEMPTS: AuditedCases = {
  linkAttempts: {
    does: ({ attempts, viewer }) => linkAttempts(whoMay(viewer, 'attempt.link'), attempts[0], attempts[2]),
    tells: ({ attempts }) => [{ code: 'attempts.linked', about: attempts[0], payload: { other: attempts[2] } }],
  },
  'linkAttempts, of what is together': {
    does: ({ attempts, viewer }) => linkAttempts(whoMay(viewer, 'attempt.link'), attempts[1], attempts[0]),
    tells: () => [],
  },
  unlinkAttempt: {
    does: ({ attempts, viewer }) => unlinkAttempt(whoMay(viewer, 'attempt.link'), attempts[0]),
    tells: ({ attempts }) => [{ code: 'attempt.unlinked', about: attempts[0], payload: {} }],
  },
  'unlinkAttempt, of what is alone': {
    does: ({ attempts, viewer }) => unlinkAttempt(whoMay(viewer, 'attempt.link'), attempts[2]),
    tells: () => [],
  },
}
