'use client'

import { memberLabel, memberTitle } from '@/lib/members/member'
import { VOTES } from '@/lib/interviews/vote'
import type { CastVote } from '@/lib/votes/vote'
import { ShowNow } from './show-now'
import { CAST_WORDS, VOTE_LABELS } from './vote-words'
import { useVotes } from './votes-context'

/** What the others voted, the weakest first as everywhere; hidden is not nobody. */
export function ColleagueVotes({ className }: { className: string }) {
  const { others, isClosed, hidesAssessment } = useVotes()
  if (others === null)
    return (
      <div className={`flex flex-wrap items-center gap-x-2 text-xs text-muted ${className}`}>
        <p>{isClosed ? 'Colleagues’ votes are hidden from you.' : 'Colleagues’ votes are hidden until you vote.'}</p>
        {/* Where more is hidden, that is where it is offered. */}
        {!hidesAssessment && <ShowNow look="quiet" className="-ml-2 text-xs pointer-fine:-my-1" />}
      </div>
    )
  if (others.length === 0) return <p className={`text-xs text-muted ${className}`}>No colleague has voted yet.</p>
  return (
    // It may scroll, also for whoever has no pointer.
    <div role="region" aria-label="Colleagues’ votes" tabIndex={0} className={className}>
      <ul className="space-y-1 text-xs">
        {others
          .toSorted((a, b) => strength(a) - strength(b))
          .map((vote) => (
            <Row key={vote.member.id} vote={vote} />
          ))}
      </ul>
    </div>
  )
}

function Row({ vote: { member, vote, reason, cast } }: { vote: CastVote }) {
  const words = CAST_WORDS[cast]
  return (
    <li>
      <span className="flex items-baseline gap-1.5">
        <bdi className="min-w-0 truncate text-muted" title={memberTitle(member)}>
          {memberLabel(member)}
        </bdi>
        <span className="font-medium whitespace-nowrap">{VOTE_LABELS[vote]}</span>
        {words && <span className="ml-auto whitespace-nowrap text-faint">{words}</span>}
      </span>
      {reason && (
        <span dir="auto" className="block wrap-anywhere whitespace-pre-line text-ink">
          {reason}
        </span>
      )}
    </li>
  )
}

function strength({ vote }: CastVote): number {
  return VOTES.indexOf(vote)
}
