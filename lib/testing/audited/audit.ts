import { expect } from 'vitest'
import { recordLoadingAhead, recordPlaying, recordSearch, recordViewing } from '../../audit/commands'
import { exportLog } from '../../audit/log/commands'
import { tellReads } from '../../audit/reads'
import { forgetWaiting } from '../../audit/testing/waiting'
import { whoMay } from '../../db/testing/fixtures'
import { byAdmin, type AuditedCases } from './audited-case'

const EVERYTHING = { member: null, interview: null, codes: [], cursor: null }

/** What is looked at is told by itself, soon after. */
async function toldOf(records: () => Promise<void>): Promise<void> {
  forgetWaiting()
  await records()
  await tellReads()
}

export const AUDIT: AuditedCases = {
  recordViewing: {
    does: ({ viewer, interviewId }) => toldOf(() => recordViewing(viewer, interviewId)),
    tells: ({ interviewId }) => [{ code: 'interview.viewed', about: interviewId, payload: {} }],
  },
  recordLoadingAhead: {
    does: ({ viewer, interviewId }) => toldOf(() => recordLoadingAhead(viewer, interviewId)),
    tells: ({ interviewId }) => [{ code: 'interview.loaded_ahead', about: interviewId, payload: {} }],
  },
  recordPlaying: {
    does: ({ viewer, interviewId }) => toldOf(() => recordPlaying(viewer, interviewId)),
    tells: ({ interviewId }) => [{ code: 'recording.played', about: interviewId, payload: {} }],
  },
  recordSearch: {
    does: ({ viewer }) => toldOf(() => recordSearch(viewer, 'Strong  planned')),
    tells: () => [{ code: 'searched', about: null, payload: { words: expect.stringMatching(/^[0-9a-f]{64}$/) } }],
  },
  exportLog: {
    does: ({ admin }) => exportLog(whoMay(admin, 'audit.read'), EVERYTHING, 'csv'),
    tells: () => [{ code: 'audit.exported', about: null, payload: { format: 'csv', filter: expect.any(String) } }],
    by: byAdmin,
  },
}
