import { giveRating, revealNames, withdrawRating } from '../../compare/commands'
import {
  findAnswer,
  findAnswers,
  findAnswersInSight,
  findMatrix,
  findQuestions,
  findSideBySide,
  listFinalists,
  listFlowsToCompare,
} from '../../compare/queries'
import { KEY } from './scene'
import { NO_FLOW, outcomeOf, type StrangerCases } from './stranger-case'

export const COMPARE: StrangerCases = {
  aboutOne: {
    findAnswer: (of, interviewId, { flowId }) => findAnswer(of, { flowId, key: KEY, interviewId }),
    giveRating: (of, interviewId) => giveRating(of, { interviewId, key: KEY }, { rating: 4 }),
    withdrawRating: (of, interviewId) => withdrawRating(of, { interviewId, key: KEY }),
  },
  ofAll: {
    findQuestions: { ask: (of, { flowId }) => outcomeOf(findQuestions(of, flowId)), nothing: NO_FLOW },
    findAnswers: { ask: (of, { flowId }) => outcomeOf(findAnswers(of, { flowId, key: KEY })), nothing: NO_FLOW },
    findAnswersInSight: {
      ask: (of, { flowId }) => outcomeOf(findAnswersInSight(of, { flowId, key: KEY })),
      nothing: NO_FLOW,
    },
    findMatrix: { ask: (of, { flowId }) => outcomeOf(findMatrix(of, flowId)), nothing: NO_FLOW },
    findSideBySide: {
      ask: (of, { flowId, interview }) => outcomeOf(findSideBySide(of, { flowId, ids: [interview.id] })),
      nothing: NO_FLOW,
    },
    listFinalists: {
      ask: (of, { flowId, interview }) => outcomeOf(listFinalists(of, { flowId, ids: [interview.id] })),
      nothing: NO_FLOW,
    },
    revealNames: { ask: (of, { flowId }) => outcomeOf(revealNames(of, flowId)), nothing: NO_FLOW },
    listFlowsToCompare: { ask: listFlowsToCompare, nothing: [] },
  },
}
