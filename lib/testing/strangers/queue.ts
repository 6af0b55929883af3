import { keepPlaceInQueue, skipInterview, unskipInterview } from '../../queue/commands'
import { findQueue, findQueueNeighbours, findReviewNews } from '../../queue/queries'
import type { StrangerCases } from './stranger-case'

export const QUEUE: StrangerCases = {
  aboutOne: {
    skipInterview,
    unskipInterview,
    keepPlaceInQueue,
  },
  ofAll: {
    findQueue: {
      ask: async (of) => (({ items, flows }) => ({ items, flows }))(await findQueue(of, null)),
      nothing: { items: [], flows: [] },
    },
    findQueueNeighbours: {
      ask: (of, { interview }) => findQueueNeighbours(of, null, interview.id),
      nothing: { previous: null, next: null, position: 0, total: 0 },
    },
    findReviewNews: { ask: async (of) => (await findReviewNews(of)).unjudged, nothing: 0 },
  },
}
