import { expect } from 'vitest'
import { whoMay } from '../../db/testing/fixtures'
import { downloadTranscript, exportInterview, exportInterviews } from '../../exports/commands'
import { EVERYTHING } from '../../interviews/list/filter'
import type { AuditedCases } from './audited-case'

export const EXPORTS: AuditedCases = {
  exportInterviews: {
    does: ({ interviewId, viewer }) =>
      exportInterviews(whoMay(viewer, 'export.create'), { ...EVERYTHING, id: [interviewId] }, 'csv'),
    tells: ({ interviewId }) => [
      { code: 'interviews.exported', about: null, payload: { format: 'csv', count: 1, filter: expect.any(String) } },
      { code: 'interview.exported', about: interviewId, payload: { list: 'csv' } },
    ],
  },
  exportInterview: {
    does: ({ interviewId, viewer }) => exportInterview(whoMay(viewer, 'export.create'), interviewId),
    tells: ({ interviewId }) => [{ code: 'interview.exported', about: interviewId, payload: {} }],
  },
  downloadTranscript: {
    does: ({ interviewId, viewer }) => downloadTranscript(viewer, interviewId, 'srt'),
    tells: ({ interviewId }) => [{ code: 'transcript.downloaded', about: interviewId, payload: { format: 'srt' } }],
  },
}
