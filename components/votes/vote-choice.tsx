import { CheckBold } from '../ui/icons'
import type { CSSProperties } from 'react'
import { VOTES } from '@/lib/interviews/vote'
import { usePressStart } from '../ui/use-press-start'
import { VOTE_LABELS, VOTE_STRENGTH } from './vote-words'
import { useVotes } from './votes-context'

/** From the weakest to the strongest; the place of each is its key. A press casts it. */
export function VoteChoice({ className = '' }: { className?: string }) {
  const { mine, castVote } = useVotes()
  const press = usePressStart()
  return (
    <div
      role="group"
      aria-label="Your vote"
      onPointerDown={press.begin}
      className={`grid grid-cols-4 gap-1 ${className}`}
    >
      {VOTES.map((vote, index) => {
        const isChosen = mine?.vote === vote
        return (
          <button
            key={vote}
            type="button"
            aria-label={VOTE_LABELS[vote]}
            aria-pressed={isChosen}
            onClick={(event) => castVote(vote, press.startOf(event))}
            style={{ '--strength': VOTE_STRENGTH[vote] } as CSSProperties}
            className="vote"
          >
            {isChosen ? (
              <CheckBold size={14} className="max-lg:absolute max-lg:top-0.5" />
            ) : (
              <span aria-hidden="true" className="vote-key">
                {index + 1}
              </span>
            )}
            {SHORT_LABELS[vote]}
          </button>
        )
      })}
    </div>
  )
}

/** So that each is one line where four stand beside each other. */
const SHORT_LABELS = { ...VOTE_LABELS, strong_no_hire: 'Strong no' }
