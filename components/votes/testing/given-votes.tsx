import type { ReactNode } from 'react'
import type { Votes } from '@/lib/votes/vote'
import { VotesProvider } from '../votes-context'

export const NO_VOTES: Votes = { mine: null, all: [] }
export const HIDDEN_VOTES: Votes = { mine: null, others: { is: 'hidden', until: 'my_vote' } }

type Props = {
  votes?: Votes
  hidesAssessment?: boolean
  mayReveal?: boolean
  isClosed?: boolean
  children: ReactNode
}

/** The votes on an interview, as whoever stands below them is told. */
export function GivenVotes({
  votes = NO_VOTES,
  hidesAssessment = false,
  mayReveal = false,
  isClosed = false,
  children,
}: Props) {
  return (
    <VotesProvider
      interviewId="i1"
      me={{ id: 'ada', email: 'ada@example.com', name: null }}
      mayReveal={mayReveal}
      isClosed={isClosed}
      drawn={{ votes, hidesAssessment, at: 0 }}
    >
      {children}
    </VotesProvider>
  )
}
