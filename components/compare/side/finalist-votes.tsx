import type { Finalist } from '@/lib/compare/side-by-side'
import { memberLabel, memberTitle } from '@/lib/members/member'
import type { CastVote } from '@/lib/votes/vote'
import { CAST_WORDS, hiddenWords, VOTE_LABELS } from '../../votes/vote-words'

/** Who voted what and why, the weakest first as everywhere; hidden is not nobody. */
export function FinalistVotes({ votes, invalid }: Pick<Finalist, 'votes' | 'invalid'>) {
  const { mine } = votes
  if (!('all' in votes)) {
    return (
      <div className="space-y-1.5">
        {mine && <OneVote vote={mine} isMine />}
        <p className="text-muted">{hiddenWords(invalid !== null)}</p>
      </div>
    )
  }
  if (votes.all.length === 0) return <p className="text-muted">No votes yet</p>
  return (
    <ul className="space-y-1.5">
      {votes.all.map((vote) => (
        <li key={vote.member.id}>
          <OneVote vote={vote} isMine={vote.member.id === mine?.member.id} />
        </li>
      ))}
    </ul>
  )
}

function OneVote({ vote: { member, vote, reason, cast }, isMine }: { vote: CastVote; isMine: boolean }) {
  const words = CAST_WORDS[cast]
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <b className="font-medium whitespace-nowrap">{VOTE_LABELS[vote]}</b>
        <bdi className="min-w-0 truncate text-xs text-muted" title={memberTitle(member)}>
          {memberLabel(member)}
          {isMine && ' (you)'}
        </bdi>
        {words && <span className="text-xs text-faint">{words}</span>}
      </p>
      {reason && (
        <p dir="auto" className="text-xs wrap-anywhere whitespace-pre-line text-muted">
          {reason}
        </p>
      )}
    </>
  )
}
