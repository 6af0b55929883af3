'use client'

import { memberLabel } from '@/lib/members/member'
import { guarded } from '../guarded'
import { ColleagueVotes } from './colleague-votes'
import { ReasonField } from './reason-field'
import { VoteLine } from './vote-line'
import { VOTE_LABELS } from './vote-words'
import { useVotes } from './votes-context'

/** Among what the team says: everybody's votes, on a phone and on paper; beside a transcript the bar has them. */
export const TeamVotes = guarded('The votes', function TeamVotes() {
  const { me, mine } = useVotes()
  return (
    <section aria-label="Votes" className="mb-4 border-b border-line pb-4 lg:hidden print:!block">
      <div className="print:hidden">
        <VoteLine />
        {mine && <ReasonField className="mt-1.5" />}
      </div>
      {mine && (
        <p className="hidden print:block">
          <bdi>{memberLabel(me)}</bdi>: {VOTE_LABELS[mine.vote]}
          {mine.reason !== null && `, “${mine.reason}”`}
        </p>
      )}
      <ColleagueVotes className="mt-2" />
    </section>
  )
})
