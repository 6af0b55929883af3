import { whoMay } from '../../db/testing/fixtures'
import { setBlindness } from '../../flows/commands'
import { byAdmin, type AuditedCases } from './audited-case'

export const FLOWS: AuditedCases = {
  setBlindness: {
    does: ({ flowId, admin }) =>
      setBlindness(whoMay(admin, 'blindness.set'), flowId, { colleagues: true, assessment: false }),
    tells: ({ flowId }) => [
      { code: 'flow.blindness_set', about: flowId, payload: { colleagues: true, assessment: false } },
    ],
    by: byAdmin,
  },
}
