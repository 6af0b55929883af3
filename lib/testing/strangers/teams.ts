import { listTeams } from '../../teams/queries'
import type { StrangerCases } from './stranger-case'

export const TEAMS: StrangerCases = {
  ofAll: {
    listTeams: { ask: listTeams, nothing: [] },
  },
}
