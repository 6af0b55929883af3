import { VOTES, type Vote, type VoteCounts } from '@/lib/interviews/vote'
import { votesComeTo } from '@/lib/interviews/vote-outcome'
import { VOTE_LABELS } from '../../votes/vote-words'

/** As wide as a figure, in the place of a count that is none. */
const NO_FIGURE = '\u2007'

/** How often each was voted, from the weakest to the strongest; never a mean. The reader's own is marked. */
export function VotesCell({ counts, mine }: { counts: VoteCounts; mine: Vote | null }) {
  const cast = VOTES.filter((vote) => counts[vote] > 0)
  if (cast.length === 0) return '–'
  const isSplit = votesComeTo(counts) === 'split'
  const said = cast.map((vote) => `${counts[vote]} ${VOTE_LABELS[vote].toLowerCase()}`).join(', ')
  const yours = mine ? `; you: ${VOTE_LABELS[mine].toLowerCase()}` : ''
  const figures = VOTES.map((vote) => counts[vote] || NO_FIGURE)
  const own = mine ? VOTES.indexOf(mine) : figures.length
  return (
    <>
      <span role="img" title={`${isSplit ? 'Split: ' : ''}${said}${yours}`} data-cast={cast.join(' ')}>
        {figures.slice(0, own).join(' ')}
        {mine && <b>{` ${figures[own]} `}</b>}
        {figures.slice(own + 1).join(' ')}
      </span>
      {isSplit && <em aria-hidden="true">split</em>}
    </>
  )
}
