import { listAttempts } from '../../attempts/queries'
import { givenInterview } from '../../db/testing/interview'
import { TEAM } from './scene'
import type { StrangerCases } from './stranger-case'

export const ATTEMPTS: StrangerCases = {
  ofAll: {
    listAttempts: {
      ask: async (of, { interview }) => {
        await givenInterview({ teamId: TEAM, flowId: interview.flowId })
        return listAttempts(of, [interview.id])
      },
      nothing: {},
    },
  },
}
