'use client'

import type { ReactNode } from 'react'
import { useNow } from '../now'
import { TimeAgo } from '../time-ago'
import { Button } from '../ui/button'
import { UndoVoteButton } from './undo-vote-button'
import { KeyHint } from './key-hint'
import { ConflictLine } from './conflict-line'
import type { MyVote } from './shown-votes'
import type { UnsentVote } from './vote-outbox'
import { CAST_WORDS, VOTE_LABELS } from './vote-words'
import { useVotes } from './votes-context'

/** How it stands with one's own vote, and what can be done about it; `children` can be done besides. */
export function VoteLine({ children }: { children?: ReactNode }) {
  const { mine, unsent, withdraw, undo, isClosed } = useVotes()
  if (unsent?.conflict) {
    return <ConflictLine wish={unsent.wish} conflict={unsent.conflict} />
  }
  return (
    <>
      <div className="flex min-h-5 flex-wrap items-center gap-x-1.5 text-xs text-muted">
        <span role="status" className="min-w-0">
          {unsent ? (
            <UnsentWords unsent={unsent} />
          ) : mine ? (
            <CastWord vote={mine.vote} />
          ) : isClosed ? (
            'Votes are closed'
          ) : (
            NOT_VOTED
          )}
        </span>
        {mine && !unsent && <CastSince mine={mine} />}
        <span className="ml-auto flex pointer-fine:-my-1 pointer-fine:[&>button:last-child]:-mr-2">
          {children}
          {undo && <UndoVoteButton onUndo={undo} />}
          {mine && !undo && !unsent && (
            <Button look="quiet" size="small" className="text-xs" onClick={withdraw}>
              Withdraw
            </Button>
          )}
        </span>
      </div>
      {unsent?.problem && <Problem unsent={unsent} />}
    </>
  )
}

const NOT_VOTED = (
  <>
    Your vote<KeyHint>: press 1–4</KeyHint>
  </>
)

function CastWord({ vote }: Pick<MyVote, 'vote'>) {
  return (
    <>
      You: <b className="font-semibold text-ink">{VOTE_LABELS[vote]}</b>
    </>
  )
}

/** Apart from what is announced: it is another one each minute. */
function CastSince({ mine: { cast, castAt } }: { mine: MyVote }) {
  const now = useNow(useVotes().drawnAt)
  const words = cast && CAST_WORDS[cast]
  return (
    <span>
      <TimeAgo at={castAt} now={now} />
      {words && `, ${words}`}
    </span>
  )
}

function UnsentWords({ unsent: { wish, problem, signedOut } }: { unsent: UnsentVote }) {
  const wanted = wish ? VOTE_LABELS[wish.vote] : 'Withdrawn'
  return (
    <>
      You: <b className="font-semibold text-ink">{wanted}</b>
      {problem === null && (
        <span className="appear-late text-warn">
          {signedOut ? '. Not sent yet: you are signed out. Kept here.' : '. Not sent yet, kept here.'}
        </span>
      )}
    </>
  )
}

function Problem({ unsent: { problem } }: { unsent: UnsentVote }) {
  const { retry, discard } = useVotes()
  return (
    <p role="alert" className="text-xs text-bad">
      Not sent: {problem}{' '}
      <Button look="quiet" size="small" className="text-xs" onClick={retry}>
        Try again
      </Button>
      <Button look="quiet" size="small" className="text-xs" onClick={discard}>
        Discard
      </Button>
    </p>
  )
}
