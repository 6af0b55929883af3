import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '../ui/button'
import { useVoteOutbox } from '../votes/vote-outbox-context'
import { VOTE_LABELS } from '../votes/vote-words'
import { skipFailure } from './skip-failure'
import type { Left } from './trail'

const SHOWN_MS = 8_000

type Props = {
  left: Left | null
  /** Something was pressed here that was meant for the page before. */
  isMissed?: boolean
  onBack: () => void
}

/** On the page that opened: what became of the candidate before, and the way back to them. */
export function LeftNotice({ left, isMissed = false, onBack }: Props) {
  const failure = useSyncExternalStore(skipFailure.onChange, skipFailure.get, () => null)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const later = setTimeout(() => {
      skipFailure.set(null)
      setOver(true)
    }, SHOWN_MS)
    return () => clearTimeout(later)
  }, [])
  if (failure === null && (left === null || isOver)) return null
  return (
    <div role="status" className={BOX}>
      {failure !== null ? (
        <p className="min-w-0 flex-1 wrap-anywhere">What you skipped stays where it was. {failure}</p>
      ) : (
        left && (
          <>
            <p className="min-w-0 flex-1 wrap-anywhere">
              <LeftWords left={left} />
              {isMissed && (
                <span className="block text-muted">What was pressed as this page opened is not counted.</span>
              )}
            </p>
            <WaysBack left={left} onBack={onBack} />
          </>
        )
      )}
    </div>
  )
}

function LeftWords({ left: { name, vote } }: { left: Left }) {
  if (vote === null)
    return (
      <>
        <bdi>{name}</bdi> skipped to the end of the queue.
      </>
    )
  return (
    <>
      <b className="font-semibold">{VOTE_LABELS[vote]}</b> for <bdi>{name}</bdi>
    </>
  )
}

/** A vote can be left as it is, too; for as long as it can be undone with one press that is offered. */
function WaysBack({ left: { id, vote }, onBack }: { left: Left; onBack: () => void }) {
  const { outbox, undoable } = useVoteOutbox()
  const isUndoable = undoable?.interviewId === id && undoable.wish?.vote === vote
  const takeBack = () => {
    outbox?.undo()
    onBack()
  }
  return (
    <span className="-my-1 -mr-2 flex shrink-0">
      {vote !== null && isUndoable && (
        <Button look="quiet" size="small" className="text-xs text-accent" onClick={takeBack}>
          Undo
        </Button>
      )}
      <Button look="quiet" size="small" className="text-xs" title="U" onClick={onBack}>
        {vote === null ? 'Undo' : 'Back'}
      </Button>
    </span>
  )
}

const BOX =
  'fixed right-4 bottom-4 z-30 flex items-center gap-2 rounded-md bg-raised px-4 py-2 text-xs shadow-float max-lg:inset-x-2 max-lg:top-12 max-lg:bottom-auto max-lg:max-w-none lg:right-auto lg:left-1/2 lg:max-w-96 lg:-translate-x-1/2 print:hidden'
