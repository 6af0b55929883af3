'use client'

import { useState } from 'react'
import { Button } from '../ui/button'
import { useLoaded } from '../ui/use-loaded'
import { KeyHint } from './key-hint'
import { WHY_CLOSED } from './vote-words'
import { useVotes } from './votes-context'

const load = () => import('./reveal-dialog').then(({ RevealDialog }) => RevealDialog)

/** In the place of what its reader is not to know yet; recruiters and admins can have it shown at once. */
export function HiddenUntilVote() {
  const { mayReveal, isClosed } = useVotes()
  const [isAsking, setAsking] = useState(false)
  const [RevealDialog, ask] = useLoaded(load, isAsking)
  return (
    <div className="flex min-h-40 flex-col items-center justify-center gap-2 text-center text-muted">
      {isClosed ? (
        <p>Hidden from you. {WHY_CLOSED}</p>
      ) : (
        <p>
          Hidden until you vote. <KeyHint>Press 1–4.</KeyHint>
        </p>
      )}
      {mayReveal && (
        <Button
          size="small"
          className="print:hidden"
          aria-haspopup="dialog"
          onPointerEnter={ask}
          onClick={() => setAsking(true)}
        >
          Show now
        </Button>
      )}
      {RevealDialog && isAsking && <RevealDialog onClose={() => setAsking(false)} />}
    </div>
  )
}
