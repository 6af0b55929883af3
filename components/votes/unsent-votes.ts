import type { Kept } from '../kept'
import { UnsentStore } from '../outbox/unsent-store'
import { readWrittenVote, type WrittenVote } from './kept-vote'

/** Votes that the server does not have, one of an interview. */
export class UnsentVotes extends UnsentStore<WrittenVote> {
  /** `key` is of this member alone. */
  constructor(key: string, kept: Kept) {
    super({
      kept,
      key,
      endOf: ({ interviewId }) => interviewId,
      read: (interviewId, stored) => readWrittenVote(interviewId, stored),
    })
  }
}
