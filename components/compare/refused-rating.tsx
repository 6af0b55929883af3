'use client'

import { Button } from '../ui/button'
import { useRatingsOutbox } from './ratings-outbox-context'

/** A rating that the server refused, on whatever page its author is by then. */
export function RefusedRating() {
  const { outbox, refused } = useRatingsOutbox()
  if (!refused) return null
  return (
    <div
      role="alert"
      className="flex items-start gap-2 border-b border-line bg-raised px-4 py-2 text-xs lg:rounded-md lg:border-0 lg:shadow-float print:hidden"
    >
      <p className="min-w-0 flex-1 text-warn">Not rated: {refused.reason}</p>
      <Button size="small" className="text-xs" onClick={() => outbox?.forgetRefused()}>
        Put away
      </Button>
    </div>
  )
}
