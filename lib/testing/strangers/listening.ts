import { recordListening, recordReading } from '../../listening/commands'
import { listListened, listRead } from '../../listening/queries'
import type { StrangerCases } from './stranger-case'

export const LISTENING: StrangerCases = {
  aboutOne: {
    listListened,
    listRead,
    recordListening: (of, id) => recordListening(of, id, [{ start: 1, end: 2 }]),
    recordReading: (of, id) => recordReading(of, id, [{ start: 1, end: 2 }]),
  },
}
