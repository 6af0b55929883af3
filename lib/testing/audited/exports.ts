import { expect } from 'vitest'
import { whoMay } from '../../db/testing/fixtures'
import { exportInterview, exportInterviews } from '../../exports/commands'
import { EVERYTHING } from '../../interviews/list/filter'
import type { AuditedCases } from './audited-case'

export const EXPORTS: AuditedCases = {
  exportInterviews: {
    does: ({ viewer }) => exportInterviews(whoMay(viewer, 'export.create'), EVERYTHING, 'csv'),
    tells: () => [
      {
        code: 'interviews.exported',
        about: null,
        payload: { format: 'csv', count: expect.any(Number), filter: expect.any(String) },
      },
    ],
  },
  exportInterview: {
    does: ({ interviewId, viewer }) => exportInterview(whoMay(viewer, 'export.create'), interviewId),
    tells: ({ interviewId }) => [{ code: 'interview.exported', about: interviewId, payload: {} }],
  },
}
