'use client'

import { useEffect, useState } from 'react'
import { howMany } from '../how-many'
import { useShortcutsOff } from '../shortcuts-setting'
import { useConnectivity } from '../use-connectivity'
import { useUndoKey } from '../use-undo-key'
import { Button } from '../ui/button'
import { type ContestedRating, type DoneRating, useRatings } from './ratings-context'

const UNDO_MS = 8_000

/** Says what was rated or undone last, undoes it, by a key too, and says what is not sent yet. */
export function UndoLine() {
  const { latest, undoableSince, undo, waiting, contested } = useRatings()
  const { is } = useConnectivity()
  const off = useShortcutsOff()
  const [over, setOver] = useState<DoneRating | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setOver(latest), UNDO_MS)
    return () => clearTimeout(timer)
  }, [latest])
  useUndoKey(undoableSince, undo)
  const isOffline = is !== 'online' && waiting.length > 0
  return (
    <div className="pointer-events-none sticky bottom-4 z-30 flex flex-col items-center gap-2 max-lg:fixed max-lg:inset-x-2 max-lg:top-2 max-lg:bottom-auto print:hidden">
      <p role="status" className={isOffline ? `${FLOATS} text-warn` : 'sr-only'}>
        {isOffline && `${howMany(waiting.length, 'rating waits', 'ratings wait')} for the network`}
      </p>
      {contested && <ContestedLine contested={contested} />}
      {latest && latest !== over && (
        <p className={FLOATS}>
          <span role="status">{wordsOf(latest)}</span>
          {undoableSince !== null && (
            <Button look="quiet" size="small" onClick={undo}>
              {latest.isUndone ? 'Undo the one before' : 'Undo'}{' '}
              {!off && <kbd className="text-xs text-faint max-lg:hidden">Z</kbd>}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

function wordsOf({ rated: { label, rating, former }, isUndone }: DoneRating): string {
  const stands = isUndone ? former.rating : rating
  if (stands === null) return `The rating of ${label} is taken back`
  return isUndone ? `${label} is rated ${stands} again` : `${label} rated ${stands}`
}

function ContestedLine({ contested: { rating, label, insist, leave } }: { contested: ContestedRating }) {
  return (
    <p role="alert" className={`flex-wrap gap-y-0 ${FLOATS}`}>
      {label ?? 'An answer'}: rated otherwise meanwhile, in another tab or on another device.
      <Button look="quiet" size="small" onClick={insist}>
        {rating === null ? 'Take the rating back' : `Rate ${rating} all the same`}
      </Button>
      <Button look="quiet" size="small" onClick={leave}>
        Leave it
      </Button>
    </p>
  )
}

const FLOATS =
  'pointer-events-auto flex min-h-11 items-center gap-3 rounded-md bg-raised px-3 py-1 text-sm shadow-float'
