import { givenViewer } from '../../db/testing/fixtures'
import { listSplits } from '../../votes/agenda/queries'
import { castVote, withdrawVote } from '../../votes/commands'
import { listVotes } from '../../votes/queries'
import { TEAM } from './scene'
import type { StrangerCases } from './stranger-case'

export const VOTES: StrangerCases = {
  aboutOne: {
    listVotes,
    castVote: (of, id) => castVote(of, id, { vote: 'no_hire' }),
    withdrawVote: (of, id) => withdrawVote(of, id),
  },
  ofAll: {
    listSplits: {
      ask: async (of, { interview }) => {
        for (const vote of ['hire', 'no_hire'] as const)
          await castVote(await givenViewer({ teams: [TEAM] }), interview.id, { vote })
        return listSplits(of, [])
      },
      nothing: { items: [], total: 0 },
    },
  },
}
