import { EVERYTHING } from '../../interviews/list/filter'
import { keepPlaceInQueue, skipInterview, unskipInterview } from '../../queue/commands'
import { findQueue, findQueueNeighbours, findReviewNews, findWalk } from '../../queue/queries'
import type { StrangerCases } from './stranger-case'

export const QUEUE: StrangerCases = {
  aboutOne: {
    skipInterview,
    unskipInterview,
    keepPlaceInQueue: (of, id) => keepPlaceInQueue(of, id),
  },
  ofAll: {
    findQueue: {
      ask: async (of) => (({ items, flows }) => ({ items, flows }))(await findQueue(of, null)),
      nothing: { items: [], flows: [] },
    },
    findQueueNeighbours: {
      ask: (of, { interview }) => findQueueNeighbours(of, null, interview.id),
      nothing: { previous: null, next: null, following: null, position: 0, total: 0 },
    },
    findWalk: {
      ask: (of, { interview }) => findWalk(of, interview.id, { saysQueue: true, isDocument: true, filter: EVERYTHING }),
      nothing: { isInQueue: false, neighbours: null },
    },
    findReviewNews: { ask: async (of) => (await findReviewNews(of)).unjudged, nothing: 0 },
  },
}
