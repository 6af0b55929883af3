import { expect } from 'vitest'
import { whoMay } from '../../db/testing/fixtures'
import { setDeclineReasons, setStatus, setStatuses, takeBackStatuses } from '../../status/commands'
import type { AuditedCases } from './audited-case'

export const STATUS: AuditedCases = {
  setStatus: {
    does: ({ interviewId, viewer }) =>
      setStatus(whoMay(viewer, 'status.set'), { id: interviewId }, { status: 'declined', reason: 'Sharp' }),
    tells: ({ interviewId }) => [
      { code: 'status.set', about: interviewId, payload: { versionId: expect.any(String) } },
    ],
  },
  'setStatus, to the one that stands': {
    does: ({ interviewId, viewer }) =>
      setStatus(whoMay(viewer, 'status.set'), { id: interviewId }, { status: 'on_hold', reason: 'Strong' }),
    tells: () => [],
  },
  setStatuses: {
    does: ({ interviewId, version, viewer }) =>
      setStatuses(whoMay(viewer, 'status.set'), [{ id: interviewId, replaces: version }], {
        status: 'new',
        reason: 'Sharp',
      }),
    tells: ({ interviewId }) => [
      { code: 'status.set', about: interviewId, payload: { versionId: expect.any(String) } },
    ],
  },
  'setStatuses, of one that was changed meanwhile': {
    does: ({ interviewId, viewer }) =>
      setStatuses(whoMay(viewer, 'status.set'), [{ id: interviewId, replaces: null }], { status: 'new', reason: null }),
    tells: () => [],
  },
  takeBackStatuses: {
    does: ({ version, viewer }) => takeBackStatuses(whoMay(viewer, 'status.set'), [version]),
    tells: ({ interviewId, version }) => [
      { code: 'status.taken_back', about: interviewId, payload: { versionId: version } },
    ],
  },
  setDeclineReasons: {
    does: ({ flowId, viewer }) => setDeclineReasons(whoMay(viewer, 'status.set'), flowId, { reasons: ['Sharp'] }),
    tells: ({ flowId }) => [{ code: 'decline_reasons.set', about: flowId, payload: {} }],
  },
  'setDeclineReasons, to the usual ones': {
    does: ({ flowId, viewer }) => setDeclineReasons(whoMay(viewer, 'status.set'), flowId, { reasons: [] }),
    tells: () => [],
  },
}
