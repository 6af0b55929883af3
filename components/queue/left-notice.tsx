import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '../ui/button'
import { skipFailure } from './skip-failure'
import { trail } from './trail'

const SHOWN_MS = 8_000

/** On the page that opened: what became of the candidate before, and the way back to them. */
export function LeftNotice({ onBack }: { onBack: () => void }) {
  const failure = useSyncExternalStore(skipFailure.onChange, skipFailure.get, () => null)
  const [left] = useState(() => trail.last())
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
      <p className="min-w-0 flex-1 wrap-anywhere">
        {failure === null ? (
          <>
            <bdi>{left?.name}</bdi> {left?.by === 'skip' ? 'skipped to the end of the queue.' : 'voted on.'}
          </>
        ) : (
          `What you skipped stays where it was. ${failure}`
        )}
      </p>
      {failure === null && (
        <Button look="quiet" size="small" className="-my-1 text-xs" title="U" onClick={onBack}>
          {left?.by === 'skip' ? 'Undo' : 'Back'}
        </Button>
      )}
    </div>
  )
}

const BOX =
  'fixed right-4 bottom-4 z-30 flex max-w-80 items-center gap-2 rounded-md bg-raised px-4 py-2 text-xs shadow-float max-lg:inset-x-2 max-lg:top-12 max-lg:bottom-auto max-lg:max-w-none lg:right-auto lg:left-1/2 lg:-translate-x-1/2 print:hidden'
