'use client'

import type { ReactNode } from 'react'
import { guarded } from '../guarded'
import { ColleagueVotes } from './colleague-votes'
import { ReasonField } from './reason-field'
import { useVoteKeys } from './use-vote-keys'
import { VoteChoice } from './vote-choice'
import { VoteLine } from './vote-line'
import { VoteSection } from './vote-section'
import { useVotes } from './votes-context'

/** What its member has heard so far is told until they have voted. */
type Props = { heard: ReactNode }

/** At the foot of the panel beside the transcript, always in sight. */
export const VoteBar = guarded('The vote', function VoteBar({ heard }: Props) {
  useVoteKeys()
  const { mine, isClosed } = useVotes()
  return (
    <VoteSection className="shrink-0 border-t border-line px-4 pt-2.5 pb-3 max-lg:hidden lg:px-6 print:hidden">
      <VoteLine>{!mine && !isClosed && heard}</VoteLine>
      {!isClosed && (
        <>
          <VoteChoice className="mt-1.5" />
          <ReasonField className="mt-1.5" />
        </>
      )}
      <ColleagueVotes className="mt-2 max-h-28 overflow-y-auto scroll-edges [--edge-ground:var(--color-canvas)]" />
    </VoteSection>
  )
})
