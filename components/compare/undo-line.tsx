'use client'

import { useEffect, useState } from 'react'
import { howMany } from '../how-many'
import { useShortcutsOff } from '../shortcuts-setting'
import { useConnectivity } from '../use-connectivity'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice-place'
import { type ContestedRating, type DoneRating, useRatings } from './ratings-context'

const UNDO_MS = 8_000

/** Says what was rated or undone last, undoes it, and says what is not sent yet. */
export function UndoLine() {
  const { latest, undoableSince, undo, waiting, contested } = useRatings()
  const { is } = useConnectivity()
  const off = useShortcutsOff()
  const [over, setOver] = useState<DoneRating | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setOver(latest), UNDO_MS)
    return () => clearTimeout(timer)
  }, [latest])
  const isOffline = is !== 'online' && waiting.length > 0
  const done = latest === over ? null : latest
  if (!isOffline && !contested && !done) return null
  return (
    <Notice docked="px-4 text-sm" floating={FLOATING}>
      {isOffline && (
        <p role="status" className={`${LINE} text-warn`}>
          {howMany(waiting.length, 'rating waits', 'ratings wait')} for the network
        </p>
      )}
      {contested && <ContestedLine contested={contested} />}
      {done && (
        <p className={LINE}>
          <span role="status" className="min-w-0 flex-1">
            {wordsOf(done)}
          </span>
          {undoableSince !== null && (
            <Button look="quiet" size="small" onClick={undo}>
              {done.isUndone ? 'Undo the one before' : 'Undo'}{' '}
              {!off && <kbd className="text-xs text-faint max-lg:hidden">Z</kbd>}
            </Button>
          )}
        </p>
      )}
    </Notice>
  )
}

function wordsOf({ rated: { label, rating, former }, isUndone }: DoneRating): string {
  const stands = isUndone ? former.rating : rating
  if (stands === null) return `The rating of ${label} is taken back`
  return isUndone ? `${label} is rated ${stands} again` : `${label} rated ${stands}`
}

function ContestedLine({ contested: { rating, label, insist, leave } }: { contested: ContestedRating }) {
  return (
    <p role="alert" className={`flex-wrap gap-y-0 ${LINE}`}>
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

/** Over the end of what is compared; on a phone without an answer that is open, over its head. */
const FLOATING =
  'sticky bottom-4 z-30 mx-auto -mt-11 w-fit max-w-full shrink-0 rounded-md bg-raised px-3 text-sm shadow-float max-lg:fixed max-lg:inset-x-2 max-lg:top-2 max-lg:bottom-auto max-lg:mt-0'
const LINE = 'flex min-h-11 items-center gap-3'
