import { withoutJudged, type Queue } from '@/lib/queue/queue'
import type { UnsentVote } from '../votes/vote-outbox'

/** Without what this member has voted on and the server has not heard of, unless it is for them to say more about it. */
export function withoutVotedOn(queue: Queue, waiting: readonly UnsentVote[]): Queue {
  return waiting
    .filter(({ wish, problem, conflict }) => wish !== null && problem === null && conflict === null)
    .reduce((rest, { interviewId }) => withoutJudged(rest, interviewId), queue)
}
