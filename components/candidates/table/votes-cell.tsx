import { VOTES, type Vote, type VoteCounts } from '@/lib/interviews/vote'
import { votesComeTo } from '@/lib/interviews/vote-outcome'
import { VOTE_LABELS } from '../../votes/vote-words'
import style from './votes-cell.module.css'

/** How often each was voted, from the weakest to the strongest; never a mean. The reader's own is marked. */
export function VotesCell({ counts, mine }: { counts: VoteCounts; mine: Vote | null }) {
  const cast = VOTES.filter((vote) => counts[vote] > 0)
  if (cast.length === 0) return '–'
  const isSplit = votesComeTo(counts) === 'split'
  const said = cast.map((vote) => `${counts[vote]} ${VOTE_LABELS[vote].toLowerCase()}`).join(', ')
  const yours = mine ? `; you: ${VOTE_LABELS[mine].toLowerCase()}` : ''
  const words = `${isSplit ? 'Split: ' : ''}${said}${yours}`
  return (
    <span role="img" className={style.votes} title={words}>
      {VOTES.map((vote) => (
        <span key={vote} data-vote={vote} data-mine={vote === mine ? '' : undefined}>
          {counts[vote] || ''}
        </span>
      ))}
      {isSplit && <em>split</em>}
    </span>
  )
}
