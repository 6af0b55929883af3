import type { InterviewId } from '../interviews/interview-id'
import type { StandingStatus, StatusSet, Status, HiddenReason } from '../interviews/status'

/** What became of one interview among those that a request changes; `now` is what stands, null where its sender may not see it. */
export type StatusOutcome = { id: string } & (
  | { is: 'set'; now: StandingStatus }
  | { is: 'refused'; code: 'status_changed'; now: StandingStatus }
  | { is: 'refused'; code: 'interview_not_found'; now: null }
)

/** One that a member has set; it need not stand any more: another took its place, or its author took it back. */
export type StatusVersion = StatusSet & { status: Status; reason: string | HiddenReason | null; isTakenBack: boolean }

/** `versions` are the newest first. */
export type StatusHistory = StandingStatus & { versions: StatusVersion[] }

/** Those with which a colleague's words are told: what was to be changed stands as it was, or is what they had set. */
export function withReasonOfColleague({ memberId }: { memberId: string }, outcomes: StatusOutcome[]): InterviewId[] {
  return outcomes.flatMap(({ id, now }) =>
    now?.by && now.by.id !== memberId && typeof now.reason === 'string' ? [id as InterviewId] : [],
  )
}
