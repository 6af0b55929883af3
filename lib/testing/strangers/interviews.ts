import { findInterview, findWords, listScoreVersions } from '../../interviews/queries'
import { fetchMissingInterview } from '../../mirror/commands'
import { findRecordingUrl } from '../../recordings/queries'
import { findReview } from '../../review/queries'
import type { StrangerCases } from './stranger-case'

export const INTERVIEWS: StrangerCases = {
  aboutOne: {
    findInterview,
    findReview,
    findWords,
    listScoreVersions,
    findRecordingUrl: (of, id) => findRecordingUrl(of, id, 'audio'),
    fetchMissingInterview,
  },
}
