import { findStatus, listStandingStatuses } from '../../status/queries'
import type { StrangerCases } from './stranger-case'

export const STATUS: StrangerCases = {
  aboutOne: {
    findStatus,
    listStandingStatuses: (of, id) => listStandingStatuses(of, [id]),
  },
}
