'use client'

import { KeyHint } from './key-hint'
import { ShowNow } from './show-now'
import { WHY_CLOSED } from './vote-words'
import { useVotes } from './votes-context'

/** In the place of what its reader is not to know yet. */
export function HiddenUntilVote() {
  const { isClosed } = useVotes()
  return (
    <div className="flex min-h-40 flex-col items-center justify-center gap-2 text-center text-muted">
      {isClosed ? (
        <p>Hidden from you. {WHY_CLOSED}</p>
      ) : (
        <p>
          Hidden until you vote. <KeyHint>Press 1–4.</KeyHint>
        </p>
      )}
      <ShowNow />
    </div>
  )
}
