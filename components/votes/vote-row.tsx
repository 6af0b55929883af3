'use client'

import { useState } from 'react'
import { guarded } from '../guarded'
import { Button } from '../ui/button'
import { ReasonField } from './reason-field'
import { VoteChoice } from './vote-choice'
import { VoteLine } from './vote-line'
import { VoteSection } from './vote-section'
import { useVotes } from './votes-context'

/** On a phone, above the player and within the thumb's reach: after a vote, what can be done about it, for as long as that is new. */
export const VoteRow = guarded('The vote', function VoteRow() {
  const { mine, unsent, undo, isClosed } = useVotes()
  const [isWriting, setWriting] = useState(false)
  const isNews = undo !== null || unsent !== null
  if (isClosed) return null
  return (
    <VoteSection className="px-4 pt-2 lg:hidden print:hidden" onLeave={() => setWriting(false)}>
      {(isNews || isWriting) && (
        <VoteLine>
          {mine && !isWriting && (
            <Button look="quiet" size="small" className="text-xs" onClick={() => setWriting(true)}>
              {mine.reason === null ? 'Add a reason' : 'Change the reason'}
            </Button>
          )}
        </VoteLine>
      )}
      {isWriting && <ReasonField className="my-1.5" isOpened />}
      <VoteChoice />
    </VoteSection>
  )
})
