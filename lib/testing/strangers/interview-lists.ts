import { EVERYTHING } from '../../interviews/list/filter'
import { countChoices, findNeighbours, findNews, listAllIds, listInterviews } from '../../interviews/list/queries'
import { requireSince } from '../../interviews/list/since'
import type { StrangerCases } from './stranger-case'

const since = (asOf: string) => requireSince(new URLSearchParams({ since: asOf }))

export const INTERVIEW_LISTS: StrangerCases = {
  aboutOne: {
    findNeighbours: (of, id) => findNeighbours(of, EVERYTHING, id),
  },
  ofAll: {
    listInterviews: {
      ask: async (of) => (({ items, total }) => ({ items, total }))(await listInterviews(of, EVERYTHING)),
      nothing: { items: [], total: 0 },
    },
    findNews: {
      ask: async (of, { asOf }) =>
        (({ arrived, changed }) => ({ arrived, changed }))(await findNews(of, EVERYTHING, since(asOf))),
      nothing: { arrived: [], changed: [] },
    },
    listAllIds: { ask: (of) => listAllIds(of, EVERYTHING, 10), nothing: [] },
    countChoices: { ask: (of) => countChoices(of, EVERYTHING, 'you'), nothing: [] },
  },
}
