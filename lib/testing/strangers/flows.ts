import { findFlowBlindness, listFlows, listTeamsAndFlows } from '../../flows/queries'
import type { StrangerCases } from './stranger-case'

export const FLOWS: StrangerCases = {
  ofAll: {
    listFlows: { ask: listFlows, nothing: [] },
    listTeamsAndFlows: { ask: listTeamsAndFlows, nothing: { teams: [], flows: [] } },
    findFlowBlindness: {
      ask: (of, { interview }) =>
        findFlowBlindness(of, interview.flowId ?? '').catch((error: { code?: string }) => error.code),
      nothing: 'flow_not_found',
    },
  },
}
